"""Given names that are common in the world's news, in lower case; written down for this project."""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = """
aaron abby abigail adam adrian agnes aidan alan albert alec alex alexander alexandra alexis alfred alice
alicia alison allen allison alyssa amanda amber amelia amy andrea andrew angela angie anita ann anna anne
annie anthony april archie arnold arthur ashley audrey austin barack barbara barry beatrice becky ben
benjamin bernard bernie beth betty beverly bill billy blake bob bobby bonnie boris brad bradley brandon
brenda brendan brent brett brian bridget brittany brooke bruce bryan caitlin calvin cameron candace carl
carla carol caroline carolyn carrie casey catherine cathy cecil chad charlene charles charlie charlotte
chelsea cheryl chester chip chloe chris christian christina christine christopher chuck cindy claire clara
clarence clark claude clay clayton cliff clifford clinton clyde cody colin connie connor corey cory courtney
craig crystal curt curtis cynthia daisy dale dan dana daniel danielle danny darlene darrell darren darryl
dave david dawn dean debbie deborah debra denise dennis derek diana diane dick dolores don donald donna dora
doreen doris dorothy doug douglas drew duane dustin dwayne dwight dylan earl ed eddie edgar edith edmund
edna edward edwin eileen elaine eleanor eli elijah elizabeth ellen ellie elliott elmer elsie emily emma eric
erica erik erin ernest ernie ethan eugene eva evan evelyn faith felicia felix florence floyd frances francis
frank franklin fred freddie frederick gabriel gail garrett gary gavin gene geoff geoffrey george georgia
gerald geraldine gerard gilbert gina gladys glen glenn gloria gordon grace graham grant greg gregg gregory
gretchen guy gwen hannah harold harriet harry harvey hazel heather hector heidi helen henry herbert herman
hillary holly homer hope howard hugh ian ida irene iris irving isaac isabel isabella ivan jack jackie
jackson jacob jacqueline jake james jamie jan jane janet janice jared jasmine jason jay jean jeff jeffery
jeffrey jen jennifer jenny jeremy jermaine jerome jerry jesse jessica jessie jill jim jimmy jo joachim joan
joann joanne jody joe joel joey john johnny jon jonathan jordan joseph josh joshua joy joyce juan judith
judy julia julian julie june justin kaitlyn karen karl kate katherine kathleen kathryn kathy katie kay kayla
keith kelly kelsey ken kenneth kenny kent kerry kevin kim kimberly kirk kris kristen kristin kurt kyle lance
larry laura lauren laurie lawrence leah lee leo leon leonard leroy leslie lester levi lewis liam lillian
lily linda lindsay lindsey lisa lloyd logan lois lonnie loretta lori lorraine louis louise lucas lucille
lucy luis luke lydia lyle lynn mabel mack madeline madison mae maggie malcolm mandy marc marcia marcus
margaret maria marian marie marilyn marion marjorie mark marlene marsha marshall martha martin marty marvin
mary mason matt matthew maureen maurice max maxine megan melanie melinda melissa melvin mercedes meredith
michael michele michelle miguel mike mildred milton mimi minnie miranda mitch mitchell molly monica morgan
morris myrtle nancy naomi natalie natasha nathan nathaniel neal neil nelson nicholas nick nicole nigel nina
noah noel nora norma norman olive oliver olivia oscar owen paige pamela paris pat patricia patrick patsy
patty paul paula pauline peggy penny percy perry pete peter phil philip phillip phyllis piers priscilla
rachel ralph ramona randall randy ray raymond rebecca regina renee rex rhonda ricardo richard rick ricky
rishi rita rob robert roberta robin rochelle rod rodney roger roland ron ronald ronnie ronny rosa rosalie
rose rosemary roy ruby russell rusty ruth ryan sabrina sally sam samantha samuel sandra sandy sara sarah
savannah scott sean seth shane shannon sharon shaun shawn sheila shelby sheldon shelley shelly sherri sherry
sheryl shirley sidney simon sofia sonia sophia sophie spencer stacey stacy stan stanley stella stephanie
stephen steve steven stewart stuart sue susan susie suzanne sydney sylvester sylvia tamara tammy tanya tara
taylor ted teresa terrance terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy tony
tonya tracey tracy travis trevor tricia troy tyler tyrone valerie vanessa vera verna vernon veronica vicki
vickie victor victoria vincent viola violet virgil virginia vivian wade wallace walter wanda warren wayne
wendy wesley whitney wilbur will willard william willie wilma winston xavier yolanda yvonne zachary zoe
"""
_ARABIC_PERSIAN_TURKISH: Final = """
abbas abd abdallah abdel abdelaziz abdelhamid abdelkader abdelmalek abdi abdirahman abdul abdulaziz
abdulkadir abdullah abdulrahman abu adel adnan ahmad ahmadi ahmed ahmet akbar akram alaa ali alireza amin
amina amir amjad ammar anwar arash arif asad asghar ashraf asif asma ayman aziz bahram bashar bashir bassam
behzad bilal binali dawood devlet esmaeil esmail esmayeel fadel fahad fahd faisal farah farhad farid farouk
fatemeh fatima fayez ghassan habib hadi hafez haider haitham hakan hakim hamad hamed hamid hamza hani haroon
hasan hashem hassan haydar hesham hisham hosni hossein houssein hussain hussein ibrahim idris ihsan imad
imran iqbal isa ismael ismail issa iyad jabbar jaber jafar jalal jamal jamil jassim javad javed kamal kamran
kareem karim kemal khadija khaled khalid khalil latif layla leila mahdi mahmoud mahmud majid malik mansour
marwan maryam masoud maysam mehdi mehmet mohamad mohamed mohammad mohammed mohsen moqtada mostafa moussa
muammar muhammad muhammed muqtada musa mustafa muthana nabil nader nadia naim naser nasir nasser nawaz nizar
noor nouri nuri omar osama osman othman parviz pervez qais qasem qasim qassem raed rafiq rahim rahman rami
rana rashid recep reza riad riyad rouhollah saad sabah saddam sadiq saeed said salah saleh salem salim
salman salwa sami samir sayed selahattin selim shahid shirin sohail soleiman suhaila suleiman sultan taha
tahir tansu tariq tayyip usama usman wael waleed walid yahya yasin yasir yasser younis yousef youssef yusuf
zaher zahra zaid zainab zayd zeinab
"""
_OTHERS: Final = """
abhishek abiy abubakar adama ahmadu ajay akhilesh alain alassane alejandro aleksandar aleksandr aleksei
alessandro alexei alexis alfonso alfredo alpha alvaro amadou aminu amit anatoly andrea andreas andrei andres
andrey andrzej angel angela anil annegret antoine antonio antonis ariel arkady arseniy arturo arun arvind
ashok asif atal atiku aung avi avigdor babatunde ban benazir benigno benito benjamin benoit beppe bernadette
bernardo bernd bilawal binyamin blaise bogdan boris boubacar bozidar branko bruno camille carlo carlos
carmen cedric cesar chaim chantal chidi chinedu christophe claude claudia claudio costas cristina david
davide daw deepak denis didier diego dieter dilip dimitris dirk dlamini dmitri dmitry dominique donald
dragan edouard eduardo ehud eitan elena ellen emeka emilio emmanuel emmerson enrico enrique ernesto esteban
etienne evgeny evo fabio fabrice federico felipe felix ferdinand ferenc fernando fidel francisco franck
franco francois frank franz friedrich fritz gabor gabriela ganesh gennady gerardo gerhard giacomo gianni
gilad gilles giorgio giorgos giovanni giulio giuseppe gloria gonzalo goodluck goran grigory guenter
guillaume guillermo gunter gustavo gyorgy haile hailemariam hans hasina heiko heinrich heinz helmut henri
hernan herve hiroshi horst hugo ibrahima ignacio igor indira ingrid ion irina isaias jacob jacques jaroslaw
javier jawaharlal jean jerome jesus jiabao jinping jintao joaquim joaquin joerg johann johannes joko jong
jorge jose joseph juana julio julius junichiro jurgen kagame kapil karin karl kenji keqiang khaleda kim
kiran kirill klaus kofi konstantin kostas kurt kwame lalu lars laszlo laurent lech lee leonardo leonid
leszek lorenzo luc luca lucia luciano lucien luigi luiz lyudmila macky mahesh mahinda maksim mamadou manfred
manmohan manoj manuel marcel marcela marco marcos maria mariano marine mario markus massimo matteo matthias
mauricio mauro maxim michel mikhail mikheil milan milorad milos mladen mohan moise morgan moshe muhammadu
mukesh mwai naftali nana naoto narendra natalia nathalie naveen nebojsa nelson nestor ngozi nicolas nikita
nikolai nikos nirmala nitin octavio oksana olaf oleg oleksandr olga olivier olusegun omar oswaldo otto
ousmane pablo panos paolo pascal patrice paul pavel pedro petra petro philippe piero pierre pietro piotr
prakash pranab priyanka radovan rafael rahul raila rainer raj rajesh rajiv rajnath rakesh ram ramesh ramon
ramzan ratko raul ravi reinhard rene robert roberto rodolfo rodrigo rolf roman romano ron rosario ruben
rudolf ruslan sabine sachin salva salvador samora samuel sandeep sandro sanjay santiago sebastian sekou
seretse sergei sergey sergio shashi sheikh shimon shinzo shiv silvia silvio slobodan sonia stanislav stefan
stefano stephane subhash sunil suresh susanne sven svetlana sylvie takeshi tandja taro tatyana teodoro thabo
thein thierry thomas thorsten timur traian tunde tzipi uhuru ulrich ulrike umaru umberto uri ursula uwe
uzoma vaclav vadim valentin valeri valery vasily vicente vijay vikram viktor vinod vitali vitaly vittorio
vladimir vladislav vojislav volodymyr vyacheslav werner william wojciech wolfgang xi yair yannis yaroslav
yegor yehuda yekaterina yevgeny yitzhak yoav yogi yoshihiko yossi yoweri yukio yulia yuri yves zdenek zoltan
zoran zulfikar
"""
GIVEN_NAMES: Final = frozenset((_ENGLISH + _ARABIC_PERSIAN_TURKISH + _OTHERS).split())

"""Words that change no answer: small words, and the verbs and courtesies that any question may come in.

What is not here and means nothing else is unread, and a question with something unread where it could matter is
asked back.
"""

from __future__ import annotations

WORDS: str = """
a an the of in on at by for to from into onto upon within with without about around as is are was were be been being
am do does did done doing has have had having will would shall should can could may might must ought need needs and
or but if then than that this these those there here it its they them their he she his her him you your yours i me
my mine we us our ours who whom whose which what when where why how much many more most less least few several some
any all each every both either neither no not nor only just also too very quite rather really actually exactly
precisely roughly approximately nearly almost please kindly tell show give get let know want like wish looking look
find fetch pull bring say said see check provide share send put make made take took taken go going gone went come
came coming says saying ask asking asked question answer answers query quickly quick briefly brief short shortly
simply simple figure figures number numbers data datum stat stats statistics info information details detail value
values record records report reports reported recorded according basis based amount amounts level levels total
totals overall whole entire up down out off over under again further once during before after above below between
through across against among per via till until since while because so such same other others another else ever
never always often sometimes usually now today currently present presently still yet already later earlier early
late soon ago back ahead away yes ok okay hi hello hey thanks thank good great nice well fine sure right correct
wrong true false india indian indias bharat country countries nation nations government govt ministry programme
program scheme initiative mission project projects national domestic home local team desk bot year years month
months quarter quarters half week weeks day days time date dates period periods calendar fiscal financial one two
three four five six seven eight nine ten first second third last next previous recent latest new old current didn
don doesn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn cannot t s re ve ll d m lot bit kind kinds
sort sorts type types way ways thing things something anything nothing everything someone anyone everyone people
person big bigger small smaller large larger high higher low lower greater long longer shorter far near close side
part parts place point points case terms term form general particular specific help use used using useful uses work
works working worked run running runs start started keep kept hold held think thought believe guess suppose assume
wonder wondering curious interested hear heard read mention mentioned discuss talk talking speak speaking spoken
word words plz pls dear sir madam bro yaar bhai ji dost boss friend mate altogether together apart along aside
involved concerning regarding respect related relation relating official officially published publish publishes
available availability land lands landed abroad overseas foreign shore shores border borders entered enter entering
consignment consignments shipment shipments cargo goods stuff material materials item items product products
commodity commodities actual registered logged noted listed newest freshest rattle spell spit dig crunch calculate
compute computed calculated express expressed state stated quote quoted name named comes end ends ended ending begin
began begins beginning turn turned turns became become becomes happen happened happens bad better best worse worst
single alone itself ourselves themselves capita full mean means bought sold buy sell buying selling making makes
puts supply supplied supplies set sets got gets getting seen saw touch amounted stood stand stands standing reached
reach reaches touched hit hits account accounts bill rest whatever whichever that's it's what's hmm uh um oh ah hm
anyway btw fyi
dont cant wont isnt arent wasnt werent doesnt didnt hasnt havent whats hows wheres whos thats lets entirely fully
wholly partly mainly mostly largely chiefly honestly frankly answering plus minus figureout even ka ke ki ko se mein
main par pe ne hai hain ho hua hue hui tha thi thay raha rahe rahi rha rhe rhi kya kyaa kaun kab kahan kaise kaisa
kaisi kitna kitni kitne kis kin kisne kisko jo jis wo woh yeh ye un aur ya lekin magar agar toh bhi tak liye saath
sath bina apna apne apni apan hum ham humne hamne hamara hamare hamari humara humare humari tum tumhara aap aapka
aapke mera mere meri mujhe mujhko hame hamein humein kuch kuchh sab sabhi koi har ek teen kar karo kare karke karna
karte karta karti kiya kiye diya diye de dijiye dena lena le liya gaya gaye gayi gai jaa ja jana jata jate jati
sakta sakte sakti chahiye chahte hona hota hote hoti hoga hogi honge wala wale wali vala vale vali bata batao
bataiye bataye batana dikhao dikha dikhaiye puch poochna zara jara bas sirf keval bilkul sahi theek thik accha acha
achha haan nahi nahin na mat abhi ab phir fir tab jab jabki kyunki isliye waise vaise lagbhag takreeban kareeb karib
kul milakar poora pura saara sara bahut zyada jyada kam thoda thodi adhik aaj kal saal sal varsh mahina mahine din
desh sarkar yojana jankari jaankari aankda aankde aankada aankre ankda ankde andar bahar upar neeche aage peeche
pehle pahle baad beech dauran hisab hisaab anusar mutabik barabar baare bare tarah taraf dwara bhaiya kripya kripaya
jaldi batado bataao btao bta btaiye arre matlab mtlb aaya aaye aayi aai aata aate aati laya laye layi laaye laate
lata pahunchi pahuncha rehta rehti rahta rahti kii kee koo mai hme mal maal saman samaan khep cool morning
separately topic subject matter cover covers meet meets satisfy satisfies handle handles include includes involve
goes go gone going happening heading headings inclusive exclusive respectively inclusively earn earns earned
earning kamaya kamaye
kamata furnish enumerate enumerated intimate submit
apprise bolo boliye bolna suno sunao pada padi pade padta padti padte
aadhar aadhaar drishti disha sandarbh vishay lihaz lihaaz nazar taur bataur khatir yaani yani darasal asal mukhya
pramukh vishesh khaas samanya
kiska kiske kiski kiskaa
rolling trailing merely meant grip hold hello hiya dekho dekhna dekhke lo lijiye chalo yar sirji
implied estimated estimate approximate approximated indicative notional exact precise combined headline declared
corresponding respective relevant requisite aforesaid given effective realised realized resulting consolidated
verified validated audited authentic credible reliable plain rounded round ballpark rough proper requested
attached underlying hefty huge massive sizeable sizable considerable substantial significant
meaningful modest tiny enormous whopping staggering humble
border international worldwide dues invoice invoices outflow ledger book books tally customs owned owner
owners hosted led headed managed handled assigned adequate enough sufficient suffice suffices inadequate insufficient
administers administer administering administered oversees oversee overseeing print printed publishable cite
cited citable quoteable presentable note notes memo slide slides deck briefing minister
secretary chief director office colleague colleagues client clients manager committee meeting call presentation
spreadsheet tomorrow tonight evening afternoon realistic realistically ideally hopefully possibly
probably maybe perhaps certainly definitely obviously clearly apparently broadly generally typically normally
eventually finally initially originally meanwhile elsewhere somewhere anywhere everywhere remind reminder refresh
recall recap summary summarise summarize outline sketch walk guide care caring bother trouble minute moment wants
wanted needed seeks seeking sought asks trying tried try attempt attempting figuring figured pleeease thx
usual position situation scenario context background purpose theirs
nutshell essence gist appears appear appeared seems seem seemed looks looked amounting totalling totaling
equal equals equalled equivalent equivalents manage manages lately hitherto thus hence therefore accordingly compile
compiled compilation prepare prepared preparing team's country's nation's padega padegi padenge raho rahenge rahega
rahegi bhejo bhej bhejna bhejiye likho likhna likhiye bataana samajhna samjhna janna jaanna jaanana chahta chahti
chahunga chahenge bolte bolta kehte kehta yaad dila dilao dilaiye zaroor jaroor shayad ekdum ekdam
aapne tumne inhone unhone usne isne kisine karwa karwao karwana karwaya hamlog hamlogon logon log
sarkari adhikarik aankh nazar filhal filhaal pr mei mien hoye hove hoo hu hun hoon batlao batlaiye batlana hamaara
hamaare hamaari nikal nikaal nikalo nikaalo chalega chalegi
ones
concentrated concentration diversified diversify diversification
company firm corporation enterprise
rep cif fob ytd mom
usse isse unse inse jisse kisse
typo oops sorry apologies correction rephrase notebook homework asap
रही रहा रहे है हैं हो था थे थी हुआ हुई हुए का के की को से में पर ने और या तो भी ही तक लिए लिये साथ बिना अपना अपने
अपनी हम हमने हमारा हमारे हमारी तुम आप आपका आपके आपकी मेरा मेरे मेरी मुझे हमें कुछ सब सभी कोई हर एक दो कर करो करें
करके करना करते करता करती किया किए दिया दिए दी दे दें दीजिए दीजिये बताएँ कृपा देना लेना ले लिया ली गया गए गई जा जाना
जाता जाते जाती सकता
सकते सकती चाहिए चाहते होना होता होते होती होगा होगी होंगे वाला वाले वाली बता बताओ बताइए बताइये बताएं बताना दिखाओ
दिखा दिखाइए दिखाएं पूछना जरा बस सिर्फ केवल बिल्कुल सही ठीक अच्छा हां नहीं ना मत अभी अब फिर तब जब जबकि क्योंकि इसलिए
वैसे लगभग तकरीबन करीब कुल मिलाकर पूरा सारा बहुत ज्यादा कम थोड़ा अधिक आज कल साल वर्ष महीना महीने दिन देश भारत सरकार
योजना जानकारी आंकड़ा आंकड़े आंकड़ों डेटा रिकॉर्ड अंदर बाहर ऊपर नीचे आगे पीछे पहले बाद बीच दौरान हिसाब अनुसार मुताबिक
बराबर बारे तरह तरफ द्वारा जी कृपया क्या कौन कब कहां कैसे कैसा कैसी कितना कितनी कितने किस किन किसने किसको जो जिस वो
वह यह ये इस उस इन उन आया आए आई आता आते आती लाया लाए लाई पहुंचा पहुंची रहता रहती जितना उतना माल सामान खेप भारतीय तथा
एवं व कि मात्र यहां वहां इसे उसे किसी अपेक्षा प्राप्त बने बना बनी बन मिला मिली मिले सा सी हूं हूँ गयी गये हुयी हुये
आधार दृष्टि दिशा ओर संदर्भ विषय विषयों स्तर मामले मामला स्पष्ट विस्तार विस्तृत संक्षेप संक्षिप्त सूचना सूचित
प्रस्तुत उल्लेख विश्लेषण ब्योरा ब्यौरा
तालिका क्रम पक्ष बात बातें बातों उपलब्ध दर्ज अंकित शामिल सम्मिलित समेत सहित मुख्य प्रमुख विशेष खास सामान्य वास्तविक
असल सटीक आपसे आपको हमको उनका उनके
उनकी इनका इनके इनकी जिनका जिनके जिनकी जहां वहीं यहीं कभी अक्सर लेकर मद्देनजर लिहाज नजर नज़र दृष्टिकोण तौर बतौर नाते
खातिर यानी अर्थात फिलहाल दरअसल
मे मैं किसका किसके किसकी नंबर नम्बर किन्हीं
रुप रूप ताकि अगर यदि प्रकार संबंध संबंधी विवरण कार्यक्रम इंडिया मिशन पहल
पड़ा पड़ी पड़े पड़ता पड़ती पड़ेगा पड़ेगी पड़ेंगे रहेगा रहेगी रहेंगे भेजो लिखो बताने समझना जानना जानने चाहता चाहती
चाहूंगा चाहेंगे याद दिलाओ दिलाइए जरूर शायद एकदम आपने तुमने इन्होंने उन्होंने उसने इसने लोग लोगों सरकारी आधिकारिक
अनुमानित सटीक रखती रखता रखते निकालो निकाल बतलाइए हमलोग पूछ पूछो पूछा सकूं सकेगा सकेंगे दिखाना
दिखाने देखना देखें देखो सुनाओ सूचित प्रदान संक्षेप संक्षिप्त विस्तार पूर्ण पूर्णतः वास्तविक असल असली दरअसल महोदय
महोदया श्रीमान साहब भाई यार दोस्त वाकई सचमुच आखिर आखिरकार बेशक उपलब्ध मौजूद दर्ज दर्शाए दर्शाया बताया बताई बताए
उससे इससे उनसे इनसे जिससे
"""

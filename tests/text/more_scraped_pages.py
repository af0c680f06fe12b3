# ruff: noqa: E501 (the lines are as long as the sites print them)
"""More pages as scraped, in the form of ``scraped_pages``: each has furniture in the middle of a sentence and wordings
that stand in no table. Names and places are made up."""

SWEDISH = """
- Jump to the content
- Menu   Log in   Become a subscriber
- Local
H The bakery in Åsele bakes with wood from the storm
S When the storm Alfrida felled the forest, Karin Lundmark saw bread in it.
b Text: Johan Nyberg
C Photo: Eva Strand
d Published 14:32, 12 Jan 2019
- This is a news text.
P Since New Year the bakery in Åsele heats its oven with wood from trees that the storm felled. The municipality gives the wood for free.
P – It burns like any wood, but it tells a story, says Karin Lundmark, who has run the bakery since 2004.
C Karin Lundmark in front of the oven. Photo: Eva Strand
P The storm felled 1.3 million cubic metres of forest in the county, according to the
- Read also: The power was gone for nine days
+ county administrative board.
h Bread with rings
P The loaf is called Ringbread and costs 45 kronor. So far 2,100 have been sold.
- Want to know more about how Lappland Post works with quality journalism? Read our ethical rules here.
- Found something wrong in the text?
- More from Local
- The ski lift opens on Saturday
- Johan Nyberg
- johan.nyberg@lappland.example
- Responsible publisher: Anna Sjö
- To the start
"""
SPANISH = """
- Newsletters Subscribe Log in
- SOCIETY
H The sheep that clean the solar parks of Teruel already number 4,000
S · A cooperative of shepherds has signed agreements with three electricity companies
S · "The panel gives shade and the sheep gives silence", says its president
b LUCÍA ARNAL
- Zaragoza
d 14/05/2022 05:00 - Updated: 14/05/2022 11:32
- Save
- 12
- They comment
- Share
C A flock under the panels of the park of Calamocha. / JAIME ORTIZ
P The cooperative Sombra y Lana, founded in 2019 in Calamocha, already has 4,000 sheep in eleven solar parks of the province of Teruel, as its president, Asunción Gil, explained yesterday in the Provincial Council.
P The electricity companies pay 90 euros per hectare per year, against the 240 that the mechanical mowing cost. "The panel gives shade and the sheep gives silence", summarized Gil, to
- You are interested in
- The wolf returns to the Maestrazgo
+ laughs of the councillors.
h Less fire, more lambs
P In 2021 no fire was recorded in the parks, when two years earlier there were seven. The births of lambs rose by 12 %.
P The agricultural organization Campo Vivo awarded the cooperative its Golden Thistle. There was no prize in money.
- Topics
- Teruel
- Livestock
- Comment
- Report an error
- Comments are closed for this news item.
"""
US_ISLAND = """
- Skip to main content
- Sign In
- Subscribe for $1
- You have 2 free articles remaining this month
H Ferry to Dunmore Island will run through the winter, for the first time since 1987
b By MARCY HOLLIS Staff Writer
d Posted Nov. 3, 2021 at 6:00 AM, Updated Nov. 3, 2021 at 9:41 AM
- Increase Font Size
- Gift Article
- Share this story
C The ferry Agnes B. leaves Dunmore Island on Monday. Staff photo by Tim Oakes
P DUNMORE ISLAND — The ferry that links this island of 212 people with the mainland will run all winter, the county commission decided Tuesday on a 4-1 vote.
P “We have been cut off three months a year for as long as I’ve lived,” said Ruth Amory, 71, who runs the island store. “I’d like to buy fresh milk in February.”
- ADVERTISEMENT
- Scroll to continue reading
P The winter service will cost $340,000, two thirds of it from a state grant.
- Related
- Island school down to three pupils
P Commissioner Dale Pruett cast the only no vote. “It’s a lot of money for milk,” he said.
P Service starts Dec. 1.
- Marcy Hollis can be reached at 555-0142 or at mhollis@baycurrent.example
- Twitter: @mhollis
- Invalid username/password.
- Please check your email to confirm and complete your registration.
- « Previous
- Island school down to three pupils
"""
CZECH = """
- Home | Home news | World | Regions | Sport | Culture
- Advertisement
H The mill in Týnec grinds again after sixty years. The miller is 24
d 3 October 2020 7:15
- Add to favorites
- Discussion (8)
P The water mill in Týnec stood since 1959. Now a student of mechanical engineering has repaired it with 40 volunteers.
P The wheel turned on Saturday at ten o'clock and about 600 people clapped. “I expected that it would break,” laughs Matěj Dvořáček, who is 24 and who bought the mill for one crown from the village.
C Matěj Dvořáček at the mill wheel | photo: Hana Zemanová, Týnec Newspapers
P The repair cost 2.8 million crowns. The Vltava Region contributed 900 thousand, the rest was collected
- Article continues below the ad
+ by the association Mlýn žije, established in 2017.
P Flour is sold at the mill every Saturday.
b Author: Hana Zemanová
- Enter the discussion
- Share article:
- We recommend
- Ten tips for a trip with children
- Most read in the last 24 hours
- All rights to the texts are reserved by Týnec Newspapers, a.s.
"""
GREEK = """
- MENU
- Friday, 6 March 2020
- HOME PAGE > GREECE > LOCAL GOVERNMENT
H Kalamos: With electric tricycles the elderly go to the doctor
S The Municipality put in circulation six vehicles, which are driven by volunteers
d 06.03.2020 | 13:20
- Newsroom
- facebook
- twitter
- A+ | A-
P Six electric tricycles carry since Monday the elderly of Kalamos to the doctor, the pharmacy and the bank, the Mayor, Stelios Makris, announced in an event at the Cultural Center.
P "We do not have a bus, we have slopes and we have hearts", said the Mayor. The program "Come, I'll take you" cost 48,000 euros and
- READ ALSO: Snow in the mountainous areas, which roads are closed
+ is financed by the Region.
P In the first four days 131 routes were made, according to the Municipality.
- Follow us on Google News and be the first to learn all the news
- See all the latest News from Greece and the World, at the moment they happen
- TAGS: KALAMOS, ELDERLY, ELECTROMOBILITY
- ALSO READ
- Who is entitled to the allowance
"""
THAI = """
- Home page
- Hot news
- Economy
H Nam Ping students turn rice straw into plates, sell 300,000 pieces
d 18 Aug 2021 at 15:20
- 1,204
- Font size:
S "Straw plates" from Nam Ping Vocational College get orders from hotels
P On August 18, 2021, Mr. Somsak Wongdee, Director of Nam Ping Vocational College, revealed that the students of the college have produced plates from rice straw under the project "Do not burn, eat on it", which has sold 300,000 pieces since the beginning of the year.
P Mr. Somsak said that the price is 2 baht per piece and that farmers who sell straw have an additional income of
- Click to read related news
+ 1,500 baht per rai.
P Miss Kanya Rattana, a second-year student, said that the team will present the work at the Young Inventor Fair in November.
- #straw #Nam Ping #students
- Share this news
- News you may be interested in
- Lottery results 16 August
- Follow the news on LINE Official
"""
UKRAINIAN = """
- UA | RU | EN
- Search
- News Publications Columns Interviews
H A library in a trolleybus was opened in Verbivka
d 23 September 2019, 17:05
b Oksana Tkachuk
- 1532
- 0
P In Verbivka a decommissioned trolleybus became a library. It was opened on Monday by the city council and the public organization "Read, City", the press service of the council reports.
P "Tickets are not checked here, but books are returned on time", joked the head of the organization Iryna Savchuk. The repair cost UAH 410 thousand,
- We will remind, in Verbivka they opened a school of beekeepers.
+ of which 300 thousand was allocated by the budget of participation.
C Photo: facebook.com/verbivka
P The trolleybus holds 3,200 books and 18 seats.
- Our correspondents work for you. Support the Verbivka Herald
- Subscribe to our Telegram channel and be aware of events
- If you have found a spelling error, please, notify us by selecting that text and pressing Ctrl+Enter.
- library trolleybus Verbivka
"""
AUSTRIAN_RELEASE = """
- Newsroom
- Press releases
d 14 June 2022
H Solvita launches a battery for balconies
S - Storage for 2.2 kilowatt hours
S - Delivery from September
P Graz, 14 June 2022. The energy company Solvita launches a battery which stores the power of small solar panels on balconies. It costs 890 euros and is delivered from September.
P "A balcony is the smallest power station of the country", said Managing Director Petra Hollauf at the presentation in Graz.
h The most important data at a glance:
P • Capacity: 2.2 kWh
P • Weight: 24 kg
P • Guarantee: 10 years
h About Solvita
P Solvita GmbH was founded in Graz in 2009 and employs 340 people. In 2021 it had a turnover of 61 million euros.
- Contact for journalists
- Solvita GmbH
- Stefan Maier, Head of Communications
- Tel. +43 316 000000
- stefan.maier@solvita.example
- Downloads
- Picture 1 (JPG, 2.4 MB)
- Print page
"""
HINDI = """
- Hindi News / National / Rajpur
- ePaper
- Choose your city
H Rajpur: Women's group earns Rs 12 lakh from marigold waste of temples
b Written by Suman Tiwari | Edited by Desk
d Updated: 21 Oct 2021, 08:15 PM IST
- Follow
S Women of Rajpur make incense sticks from temple flowers, order received from Delhi too.
P Rajpur: The women of Navjyoti self-help group in Rajpur have earned Rs 12 lakh in a year by making incense sticks from the flowers offered in temples. District Collector Alka Menon gave this information in a workshop on Thursday.
- Also Read: Petrol price today
P The group was formed with 14 women in 2018, today it has 120 members. Group president Kamla Devi said, 'Earlier flowers used to go in the river, now
- (Trending)
- Viral video: Monkey travels in metro
+ they go in the machine.'
P The collector said that a loan of Rs 5 lakh would be given for the second machine.
- Get the latest news, breaking news, and live updates on Rajpur at Navprabhat
- Web Title: rajpur women group earns from temple flowers
- About the author
- Suman Tiwari
- Suman Tiwari has been associated with journalism for 8 years. He likes to write on rural issues.
- Read More
- Latest Comments
"""
CHINESE_SCHOOL = """
- Yunhe News Network
- Home - News Center - Local
H The "old workshop" of Yunhe turned into a "new classroom"
d 2019-05-08 09:12:33 Source: Yunhe Daily
- Font: [big medium small]
- Participate in interaction
P Yunhe Daily, May 8 (Reporter Zhou Lan) On the 7th, the first batch of 45 students entered the old workshop of the Yunhe Textile Machinery Factory, which was built in 1958 and has been idle for 11 years.
P "The machine is the teacher, and the oil stain is the blackboard," said Han Guoliang, the principal of Yunhe Technical School, at the opening ceremony.
C The picture shows students visiting the old looms. Photo by Zhou Lan
P It is understood that the renovation cost 8.6 million yuan, of which the school raised
- Click to enter the special topic
+ 3 million yuan by itself.
P In the next step, the school will recruit 300 students a year. (End)
- Original title: The "old workshop" of Yunhe turned into a "new classroom"
- Editor in charge: Li Na
- Keywords: workshop school
- More exciting content, please pay attention to the official WeChat of Yunhe Daily
- Yunhe News Network copyright and disclaimer: all works marked "Source: Yunhe Daily" belong to this network
- Weather forecast   Train ticket   Lottery
"""
POLISH_INTERVIEW = """
- Service uses cookies
- Culture > Theater
H «A stage is a room from which nobody can run away»
S About the theater in a former slaughterhouse we talk with the director Henryk Bielak
h Maria Kot: You bought a slaughterhouse. Why?
P Henryk Bielak: Because nobody wanted it. It cost 120 thousand zlotys and a bottle of cherry liqueur.
h And what did the neighbors say?
P That finally it will be quiet. Then they came to the premiere, all 80 of them.
h Do you read the comments on your performances?
P No. I read the meters. Heating costs me 9 thousand a month.
h What next?
P A play about heating.
b Interviewed by Maria Kot
- The continuation of the text under the video
- Like the article? Share it!
- Read more about: theater slaughterhouse
"""
BRAZIL = """
- Publicity
- Continues after publicity
- Economy
H Cooperative of Acre sells first ton of native cocoa to Switzerland
S Bars reach the shelves of Zurich in November; price paid to the producer doubled
b Rafael Nogueira - From Rio Branco
d 09/22/2021 - 04h00
- (Atualizado às 10h12)
P The cooperative Cacau da Mata, of Acre, shipped this Tuesday (21) the first ton of native cocoa for a chocolate factory of Zurich, informed the president of the entity, Raimunda Saldanha.
P The buyer paid R$ 38 per kilo, double
- Keep reading after the ad
+ what the producers received in the local market.
C Raimunda Saldanha at the harvest | Photo: Personal archive
P "The forest standing gave more profit than lying down", said.
- *Intern under supervision of Célia Prado
- WHAT DID YOU THINK OF THIS ARTICLE?
- Be the first to evaluate
- Receive the news first hand in your WhatsApp
- More of Economy
- Dollar closes in fall
"""
DUTCH = """
- To main content
- News Regions Sport Culture
- Newspaper of today
- Subscribers
H Old lock keeper of Zwartebrug gets his own museum: 'I only opened doors for water'
b Marieke Hoekstra
d Zwartebrug - today, 07:12
- Adjusted today, 09:40
- 2 reactions
P Jan Postma (83) operated the lock of Zwartebrug for 41 years. Now his lock house is a museum.
P The lock house of Zwartebrug has been a museum since Saturday. The alderman, Tineke Bos, opened it with a splash of canal water. 350 people came.
P "I only opened doors for water," says Postma. The foundation De Sluiswachter collected 64,000 euros for the restoration and the province
- Text continues below photo
C Jan Postma at his lock. © Wim Dijkstra
+ added 30,000 euros.
h School classes
P From September school classes can come. The foundation expects 5,000 visitors a year.
- Read too
- Bridge Zwartebrug closed for months
- Receive the latest news every day in your mailbox
- Mail the editors
- Questions, tips or comments? Let us know!
- More about Museums
"""
BULGARIAN = """
- Bulgaria | World | Business | Opinions
- In Brief
H The beekeepers of Kamen dol delivered the first honey by drone
d 15:44 | 11 June 2022
b Author: Radostina Ileva
- Updated: 18:02 | 11 June 2022
- Views 3455 Comments 12
- Photo: Personal archive
P The first jar of honey transported by drone landed today in the village of Kamen dol, announced the chairman of the cooperative "Bee", Stoyan Kolev.
P The flight lasted 9 minutes, and by road it takes 50. "The bee also does not use the road", Kolev told the journalists. The drones cost BGN 86,000, as
- You can also see: Record prices of sunflower oil
- More on the topic
+ half of the sum was provided by the municipality.
P The service will start on July 1.
- Tags: drone, honey, Kamen dol
- Rate the article 4.8
- 1 star 2 stars 3 stars 4 stars 5 stars
- Send a signal for an irregularity
- Last comments
- Honey from the sky!
"""
HEBREW = """
- Accessibility
- News flashes
- Opinion
H The bakery that employs only grandmothers: "We do not retire from dough"
S At the age of 78 Shoshana Adler returned to work. She is the youngest in the shift
b Noa Ben-Haim
d Published: 12.02.20 , 08:36
- Talkbacks (34)
C Shoshana Adler. "My hands remember" (Photo: Eli Rosen)
P Eleven grandmothers run since last month the bakery "Safta" in Kfar Nof, a venture of the local council and of the association Third Age, which invested NIS 220,000 in it.
P "We do not retire from dough", says Shoshana Adler, 78. The mayor Dror Katz promised at the opening
- In preparation for an article
- For more stories - enter our Facebook page
+ that in 2021 two more bakeries will be opened.
P They sell 400 loaves a day, and on Friday 1,100.
- Have you found a mistake in the article? Write to us
- Back to the article
- All comments
- Add a comment
"""
JAPANESE_COAST = """
- Regional news
- Share on X
- Share on LINE
H Discarded fishing nets become school bags, junior high school students commercialize
d March 3, 2022 (Thursday) 17:05
P Ten students of Urashima Junior High School in Shiosai City have commercialized school bags made of discarded fishing nets. They will be sold from the 10th at the roadside station for 4,800 yen.
C Students holding the bags at Urashima Junior High School
P "Even the net that caught fish can catch dreams," said Mizuki Aoyama (15), the representative, at the presentation on the 2nd. The fishery cooperative provided 300 kilograms of nets
- (Continued on next page)
- 1
- 2
- Next
+ free of charge.
P According to the city, 40 tons of nets are discarded every year.
- Send feedback
- If you become a paid member, you can read the rest
- This article is a paid member-only article.
- Recommended for those who read this article
- Whale meat returns to school lunch
- Terms of service | Privacy policy | About advertising
"""
INDIAN_ENGLISH = """
- Trending Now
- IPL 2022 Gold Rate
- Sign In
H Kerala school's terrace paddy feeds 340 children, headmaster turns farmer
S The school in Kuttamala harvested 410 kg of rice from grow bags on the terrace this season.
b By: Express Features Desk | Kochi |
d Updated: April 21, 2022 4:10:34 pm
- NewsGuard
- Listen to this article
- Your browser doesn’t support HTML5 audio
C Students harvest paddy on the terrace of the school in Kuttamala. (Express photo)
P KOCHI: The Government Lower Primary School in Kuttamala has harvested 410 kg of rice from its terrace, enough for the noon meal of its 340 students for eleven days.
P “The children ask fewer questions about rice and more about clouds,” headmaster P. K. Raghavan said at the harvest festival on Wednesday.
- ALSO READ | Monsoon to arrive early this year
P The agriculture department gave a grant of Rs 1.6 lakh under the ‘Haritha Vidya’ scheme.
P District Panchayat president Leela Thomas said ten more schools would get grow bags by June.
- 📣 Join our Telegram channel (Kuttamala Express) for the latest news and updates
- For all the latest Education News, download Kuttamala Express App.
- © The Kuttamala Express (P) Ltd
- First published on: 21-04-2022 at 04:10:34 pm
- Must Read
- Explained: Why rice prices fall
- Live Blog
"""
DANISH = """
H Windmill blades become a playground
b By Søren Hald
d 4 May 2021
P In Nordhavn the children now climb in the blades of a windmill which produced power for 22 years. The municipality saved 700,000 kroner on the playground, says the councillor for technology, Lene Birk.
P "The wind has played with them long enough," she says.
P The company Vingeskift has cut up 60 blades since 2019.
P The next playground opens in August
"""
KOREAN_COUNTY = """
- Local
- Chungcheong
H Eunhaeng-ri's 'Five-Day Market on Wheels' visits 23 villages... "The market comes to grandma"
d Posted 2022.11.08. 10:02 am
- Summary
- Text Size
- Share
- Comment 0
- [Daily Geumgang Reporter Park Min-woo]
P [Daily Geumgang Reporter Park Min-woo] Eunhaeng-gun, South Chungcheong Province (Governor Choi Dong-sik) announced on the 8th that the 'Five-Day Market on Wheels' will visit 23 villages without stores from this month.
P The county invested 180 million won to convert two trucks. Governor Choi said, “The market comes to grandma.”
C ▲ The truck of the 'Five-Day Market on Wheels' leaves the county office. ⓒ Eunhaeng-gun
P According to the county, the average age of the residents of the villages
- AD
+ is 76 years old.
b Reporter Park Min-woo minwoo@geumgang.example
- [© Daily Geumgang, Unauthorized reproduction and AI learning prohibited]
- Recommend 3
- Hot issue
- Apple prices double
- ‘Reporter's other articles’
"""
TURKISH_COAST = """
- Breaking News
- Home / Life
H Tea waste became fertilizer: Producers of Çayova earned 9 million liras
S Çayova Agricultural Development Cooperative turned 4 thousand tons of tea waste into fertilizer.
d Entry: 17.03.2021 - 10:42
- Publication: 17.03.2021 - 10:42
- Update: 17.03.2021 - 13:15
- Follow
P The cooperative, which was established by 62 producers in the Çayova district of Rize, earned 9 million liras from the fertilizer it produced from tea waste.
h "WE WERE THROWING AWAY GOLD"
P President of the cooperative Hatice Yılmaz said, "We were throwing away gold." Noting that the support of the Ministry of Agriculture was 1.2 million liras, Yılmaz said that the capacity would
- NEWS CONTINUES BELOW
+ be doubled next year.
- AA
- Don't forget to share your comments with us
- Related News
- Rain warning for the Black Sea
- Your comment has been received, it will be published after approval.
"""
VIETNAMESE_SOUND = """
- Society
d Saturday, 05/03/2022 06:15 (GMT+7)
H The old teacher opens a free class on a ferry
- 0:00/0:00
- Northern female voice
P (DS) - For 6 years, teacher Le Van Tam, 70 years old, has taught 140 children of boat families to read for free.
P At 6 p.m., the ferry of Mr. Le Van Tam in Ben Dua hamlet lights up. 24 children from 6 to 13 years old take off their sandals and sit down on the deck.
P "The river has no house number, so the class must go to the river", said Mr. Tam. He spends 2 million dong a month of his pension
- See more: Flood season comes late
+ on books and lamps.
P The Women's Union of the commune awarded him the title "Good person, good deed" in 2021.
b Article and photos: HOANG YEN
- Send to friends
- Print article
- Comment (2) Latest | Most interested
- Related news
- The librarian of the market
- Editor-in-chief: Tran Van Phuc
- License No. 12/GP-BTTTT
"""
ITALIAN_TOWN = """
- Sections
- Search
- Log in
- Chronicle
H The night baker of Borgo San Vito leaves the bread on the credit
S «Who has pays, who has not takes»: the idea has convinced 31 shops
b by Carlo Venturi
d 9 November 2021 (modified 10 November 2021 | 07:44)
P Every night at four o'clock Pietro Salvi leaves forty loaves on a bench of Borgo San Vito. The rule is written on a board: «Who has pays, who has not takes».
P In one year he has given away 11,200 loaves, the municipality has calculated. The association Pane Sospeso, founded in March, has 31 shops,
- On this theme
- The oven of the monks reopens
+ of which nine in the hospital of the city.
P The bishop, Monsignor Aldo Ferri, on Sunday has blessed the bench.
- November 9, 2021 (modified November 10, 2021 | 07:44)
- © ALL RIGHTS RESERVED
- The most read
- Comment first
"""
US_TOWN = """
- Local News
H Retired bus driver rebuilds town’s carousel, horse by horse
b JESSICA TRAN
- jtran@milltownledger.example
d Updated 7:05 p.m. Aug. 14, 2019
- Show Caption
- Hide Caption
C Ed Novak paints a horse on Tuesday. (Jessica Tran / Milltown Ledger)
- Buy Photo
- 1 of 6
- CONNECT
- TWEET
- LINKEDIN
P MILLTOWN — It took Ed Novak three years, 40 gallons of paint and one broken thumb to bring back the carousel that his town gave up on in 1994.
P “Horses don’t complain,” said Novak, 68. “Buses did.”
- [ Want more local news? Subscribe now. ]
P The Rotary Club paid $18,500 for the motor. Rides will cost 50 cents starting
- Get the Morning Headlines newsletter in your inbox.
- Delivery: Daily
- Your Email
+ Labor Day weekend.
P “A town needs something that goes in circles besides the council,” Mayor Ann Price said at the ribbon cutting.
- Contact reporter Jessica Tran at 555-0199. Follow her on Twitter @jtran.
- Read or Share this story: https://milltownledger.example/x1
"""

MORE_PAGES = {
    "swedish": SWEDISH,
    "spanish": SPANISH,
    "us island": US_ISLAND,
    "czech": CZECH,
    "greek": GREEK,
    "thai": THAI,
    "ukrainian": UKRAINIAN,
    "austrian release": AUSTRIAN_RELEASE,
    "hindi": HINDI,
    "chinese school": CHINESE_SCHOOL,
    "polish interview": POLISH_INTERVIEW,
    "brazil": BRAZIL,
    "dutch": DUTCH,
    "bulgarian": BULGARIAN,
    "hebrew": HEBREW,
    "japanese coast": JAPANESE_COAST,
    "indian english": INDIAN_ENGLISH,
    "danish": DANISH,
    "korean county": KOREAN_COUNTY,
    "turkish coast": TURKISH_COAST,
    "vietnamese sound": VIETNAMESE_SOUND,
    "italian town": ITALIAN_TOWN,
    "us town": US_TOWN,
}

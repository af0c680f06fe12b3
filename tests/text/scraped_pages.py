# ruff: noqa: E501 (the lines are as long as the sites print them)
"""Pages as scraped, with the role of every line before it, from sites of many origins. Names and places are made up.

H headline, S standfirst, c source, b byline, d dateline, P paragraph, + a further piece of the paragraph before, h
heading, C caption, - page furniture.
"""

JAPANESE = """
- HOME > News > Regional
H Minakami Foods opens "rice flour laboratory" in former elementary school, aiming for 30 new products a year
d 2022/05/18 06:00
- Share Tweet LINE
C A child tastes a bun of rice flour at the opening ceremony = Photo by Kenta Arima
P Minakami Foods (head office: Hoshino City) opened a rice flour laboratory in a closed elementary school on the 17th. The company invested 240 million yen.
P President Arima said, "A school is a place where mistakes are allowed." He plans to employ 12 local people by March.
- [Related article] Bread made of old rice is popular
P The city rents the building free of charge for ten years. According to the city, four schools were closed since 2015.
h Students take part
P Students of the agricultural high school will take part in the tasting every month, the company said.
b (Keiko Mori)
- Copyright Hoshino Shimbun. All rights reserved.
- Access ranking
- Bear appears near station
- Mayor to run for third term
"""

FRENCH = """
- Go to content
- Menu
- Subscribe
- Economy
H In Valmont, the last clog maker transmits his workshop to two apprentices
S At 71 years old, Émile Garand has found his successors after four years of research. The town hall pays the rent.
b By Claire Dumas
d Published on 12 October 2020 at 18:04
- Reading time: 3 min.
- Share on Facebook
C Émile Garand in his workshop, on Friday. Credit: Paul Vasseur
P The smell of alder has not left the street of the Tanners since 1932. Émile Garand, grandson of the founder, will close the door for the last time on December 31.
P "I do not sell an enterprise, I transmit a gesture", he says. His two apprentices, Léa and Sofiane, have each received an aid of 6,000 euros from the region.
- To read also: The cooperative of the cheese makers celebrates its fifty years
P The workshop produces around 900 pairs a year, of which a third leaves for Japan.
h « A gesture »
P The town hall has bought the walls for 85,000 euros, according to the mayor, who speaks of a rent of one symbolic euro.
- On the same subject
- The return of the trades of hand
- Valmont: the market hall reopens
- Newsletter: receive each morning the essential of the news
- Our readers have also read
- Weather: it will snow in plain
"""

TURKISH = """
- Home page / Economy
H Karaova Municipality opened the 'Bazaar Without Waste', 14 tons of fruit were saved in the first month
S In the bazaar opened by Karaova Municipality, the products that remain unsold are distributed to 640 families.
d 05.11.2021 - 11:20 | Last update: 05.11.2021 - 14:02
P Mayor Nihat Özer, who cut the ribbon, said that the bazaar is the first of its kind in the province. "No tomato will go to the garbage", he said.
P Özer stated that 14 tons of fruit and vegetables were saved in the first month
- ADVERTISEMENT
+ and that the number of the bazaars will rise to five by the end of 2022.
P The project received the Green Plate Award of the Union of Coastal Municipalities in October.
- FOLLOW US ON GOOGLE NEWS
- Tags: Karaova, bazaar, waste
- COMMENTS (3)
- Ayla Tan
- Congratulations to those who contributed, I hope that it will be an example to all of the cities.
- Reply
"""

CHINESE = """
- Homepage > Channel > Body
H Qinghe Bike's deposit will be refunded within three days, founder Luo Wen: users' trust is more expensive tha
- 2017-03-09 10:21:40 0 comments
d 2017-03-09 10:21 Source: Donghai Evening News Author: Fang Yu
S Abstract: Qinghe Bike announced that the deposit will be refunded within three days.
P on the afternoon of March 8th, Qinghe Bike founder Luo Wen announced at the company's open day that the deposit of all users will be refunded within three days
+ .
P According to
+ Luo Wen
+ , the company has put 86 thousand bicycles in 9 cities, the number of registered users is more than 1 million 200 thousand.
P in addition, the company will set up a "repair school" with the
+ Donghai Vocational College
+ , to train 500 repairmen a year.
- (Editor: DF078)
- Solemnly declare: the purpose of this release is to spread more information and has nothing to do with this site.
- Scan code to follow
- Return to list
"""

PRESS_RELEASE = """
H Nordlicht Pumps delivers its ten-thousandth heat pump
P Rostow, 3 May 2022 - Nordlicht Pumps AG delivered its ten-thousandth heat pump yesterday. It goes to a kindergarten in Lindau.
P "Every kindergarten is a power station of the future", said board member Jana Voss at the handover.
P The company employs 430 people and had a turnover of 96 million euros in 2021.
- Press contact:
- Nordlicht Pumps AG
- Ole Petersen
- Phone: +49 000 1234567
- press@nordlicht.example
"""

INDONESIAN = """
- This site uses cookies to improve your experience.
- Home News Sports Video
- National
H Fishermen of Tanjung Biru Turn Plastic Into Diesel, 120 Liters a Day
b Rahmat Saputra - Daily Selat
d Friday, 16 Jul 2021 09:12 WIB
- Share Facebook Twitter WhatsApp
C Fishermen show the machine (Photo: Rahmat Saputra/Selat)
P Selat - The fishermen of Tanjung Biru village produce 120 liters of diesel a day from plastic waste. The machine was made by the students of a vocational school.
- Also read: Waves of 4 meters, ships are asked to wait
P "One kilogram of plastic becomes 0.8 liters," explained the head of the village, Hasan Basri, on Thursday (15/7/2021).
P The district government will buy ten machines this year, he added.
- Watch Video "Fishermen and plastic"
- [Gambas: Video]
- (rsp/uty)
- Popular
- The price of chili rises again
- Comments are the responsibility of the commenter
"""

SHORT_NEWS = """
H New bridge opens in Velna
P The bridge over the Velna was opened to traffic on Monday.
- Comments
"""

WITHOUT_HEADLINE = """
P Tallgate, 2 June - The council of Tallgate voted on Thursday to close the coal-fired heating plant by 2027. It was built in 1961.
P The plant heats 8,200 flats, the council said. Wood chips will replace coal.
"""

LISTS = """
H Five figures on the harvest of the Odra valley
d 14 September 2020
P The agricultural office of the Odra valley published its figures on Monday:
P - 410 thousand tons of wheat, 6 percent more than last year
P - 92 thousand tons of rape
P - 1.2 million tons of sugar beet
P Director Marek Zawada spoke of a good year. "The rain came in the right week", he said.
h What comes next
P The office wants to publish the figures for fruit in October.
- © 2020 Odra Courier
"""

INTERRUPTED_TWICE = """
H Solar roofs for forty schools
b By Ines Prado
d March 3, 2019
P The foundation Luz Clara announced on Friday that it will cover the roofs of forty schools with solar panels and that the students
- Advertisement
+ will be able to read on a screen how much power they make. The first
- Subscribe to our newsletter
+ roof was finished in February.
P The cost is 3 million pesos, the foundation said.
"""

ARABIC = """
- Urgent
- Politics | Economy | Sports | Opinion
H The Governor of Wadi Salma inaugurates 3 water stations serving 45 thousand people
d Sunday 14 Rajab - 06 February 2022 AD 09:40 PM
c Source: Wadi Salma - Al-Manara News
- A A
P The Governor of Wadi Salma, Hamid Al-Rashdi, inaugurated today, Sunday, three water stations, in the presence of a number of officials and sheikhs of the region.
P Al-Rashdi said in a speech during the ceremony that the stations "will serve 45 thousand people in 17 villages", pointing out that the cost amounted to 12 million riyals.
- Read also: The price of gold today
P He pointed out that the second phase will start next May, and that it includes
+ the drilling of 8 wells
P For his part, the director of the water authority, Eng. Salem Bin Yahya, confirmed that work continued day and night for 14 months.
- Follow us on Telegram
- To follow the latest news, subscribe to our WhatsApp channel
- Keywords
- Water
- Wadi Salma
- Most read
- Dollar exchange rate today
"""
RUSSIAN = """
- Search by site
- Subscribe to the newsletter
- 12:40, 7 September 2022
- Culture
H In Lesogorsk they opened a museum of the samovar in a former fire station
b Author: Anna Beloglazova
d 07.09.2022, 12:40
C Photo: Pavel Snegov
P The museum of the samovar was opened in Lesogorsk on Tuesday. 312 samovars were collected by the local teacher Viktor Malinin for forty years.
P «Every samovar is somebody's evening», — Malinin said at the opening.
P The building was repaired at the expense of the program «Small cities», 18,6 million rubles were spent, told in the administration.
- Read on the topic:
- In Lesogorsk a bridge will be repaired
P Entrance to the museum costs 150 rubles, for children it is free.
- If you notice an error in the text, select it and press Ctrl+Enter
- News of partners
- What will happen to the dollar? The expert's answer
- 6+
"""
PORTUGUESE = """
- Skip to main content
H Coconut straw factory in Porto Alvo exports 2 million units and hires 60 women
S Company founded by former fishermen's wives closed a contract with a European chain
d 08/03/2021 07h15 - Updated 08/03/2021 10h32
b By Marina Tavares, G9 Litoral
- 0:00 / 2:41
- Listen to this article
P A factory of straws made of coconut fiber in Porto Alvo exported 2 million units in 2020, according to the municipal secretary of Development, Paulo Antunes.
C Employees of the factory in Porto Alvo — Photo: Disclosure
P The project was born in the kitchen of Dona Zefa, 58 years old. "We had the coconut and we had the hands", she remembers.
h Contract
P The contract with the European chain foresees 500 thousand units a month until 2023. The value was not disclosed.
- VIDEOS: the most watched of G9 Litoral
- See more news of the region on the G9 website
"""
US_BLOG = """
- Home
- About
- Contact
H Why our town bought its own power lines
d Posted on March 4, 2018 by admin
P Last night the town council of Harlow Falls voted 7-2 to buy the local power lines for $4.1 million. I was there, with about 200 neighbors.
P "We are tired of waiting for somebody in another state to fix our lights," Mayor Dana Whitlock said before the vote.
h What will it cost me?
P About 3 dollars a month, says the town. The utility says 11.
P I asked both for their numbers. The town sent me a spreadsheet; the utility sent me a
+ press release
+ .
- Share this:
- Click to share on Twitter (Opens in new window)
- Click to share on Facebook (Opens in new window)
- Like this:
- Like Loading...
- 3 thoughts on “Why our town bought its own power lines”
- Bob says:
- March 5, 2018 at 8:12 am
- Good piece. My bill went up in January and nobody told me why.
- Reply
- Leave a Reply Cancel reply
"""
INTERVIEW = """
H Interview with the violin maker Teodor Lang: "Wood remembers everything"
S Teodor Lang has built 214 violins. We spoke with him in his workshop about patience, glue and the price of maple.
d 2019-11-02
h Mr. Lang, when did you build your first violin?
P In 1974. It sounded like a cat in a bucket. I was 16 years old.
h And today?
P Today I need 200 hours for one. Last year I sold nine, four of them to Japan.
h What do you tell your apprentices?
P Throw nothing away. The conversation took place at the Violin Days in Mittenfeld.
- (jk)
"""
VIETNAMESE = """
- Thursday, 14/7/2022
- Log in
- Latest news by area International
- Current affairs
H Young engineer builds a boat that collects 2 tons of trash a day on the Tra River
d 14/07/2022 - 06:30
- Like 120
- Share
P TTO - With an investment of 300 million dong, the boat of engineer Pham Quoc Huy runs on solar power.
C The boat on the Tra River in the morning of July 12 - Photo: LE MINH
P Engineer Pham Quoc Huy, 29 years old, said that he started to design the boat in 2019 after seeing children swim among plastic bottles.
P The boat is 8 meters long, collects 2 tons of trash a day and needs only one driver, he said.
P The People's Committee of Tra District has ordered three more boats, to be delivered before December 2022.
b LE MINH
- Back to topic
- Topics: solar boat trash Tra River
- Comment (0)
- Please enter the content of the comment
- Maximum: 1500 characters.
- No comments yet
- Can you be interested?
"""
KOREAN = """
- Go to the menu
- Go to the text
- Economy
H Haemil Elementary School Makes 'School Chocolate'... Profits Donated
S - Students grow cacao in greenhouse on the roof
S - 1,200 bars sold in two days
b Reporter Moon Ji-sol moon@dalbit.example
d Input 2021-06-02 14:11:03 Modified 2021-06-02 15:30:44
- Enlarge font
- Print
P (Haemil=Dalbit News) Reporter Moon Ji-sol = Haemil Elementary School announced on the 2nd that 1,200 bars of 'School Chocolate' were sold in two days.
C △ Students wrap chocolate in the cooking room. (Photo provided by Haemil Elementary School)
P Principal Han Seo-jun said, “We wanted to teach where things come from.”
P The school donated all the profits of 3.6 million won to the neighborhood library.
- moon@dalbit.example
- <Copyright holder (c) Dalbit News, unauthorized reproduction-redistribution prohibited>
- Like 5
- Sad 0
- Angry 0
- I want a follow-up article 2
- ▲ Previous article Bus fare to rise
"""
GERMAN = """
- Skip navigation
- Home > Hesse > Society
H Library on wheels: bus brings 4,000 books to the villages of the Rhön
d 03.06.2021 | As of: 16:20 o'clock
- Audio: hr-region, 03.06.2021, Petra Lahn | Duration: 2:11
P The bus of the district library drives since this week again. For many villages it is the only library far and wide.
C The yellow book bus holds in 32 villages. Image © district of Ulmtal
P Since Tuesday the yellow book bus of the district Ulmtal drives again. On board: 4,000 books, 600 games and a coffee machine.
P "Who does not come to the book, to him the book comes", says librarian Heike Soll. She drives the bus since 1998.
- Further information
- The timetable of the book bus
- End of the further information
P The bus costs the district 120,000 euros a year. The half of it the state takes over, as the district announced.
- Broadcast: hr4, 03.06.2021, 15:30 o'clock
c Source: hessen-region.example
"""

PAGES = {
    "japanese": JAPANESE,
    "french": FRENCH,
    "turkish": TURKISH,
    "chinese": CHINESE,
    "press release": PRESS_RELEASE,
    "indonesian": INDONESIAN,
    "short news": SHORT_NEWS,
    "without headline": WITHOUT_HEADLINE,
    "lists": LISTS,
    "interrupted twice": INTERRUPTED_TWICE,
    "arabic": ARABIC,
    "russian": RUSSIAN,
    "portuguese": PORTUGUESE,
    "us blog": US_BLOG,
    "interview": INTERVIEW,
    "vietnamese": VIETNAMESE,
    "korean": KOREAN,
    "german": GERMAN,
}

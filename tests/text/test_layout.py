"""A page as scraped is told apart line by line, whatever site it comes from.

Each page is written with the role of every line before it; ``+`` is a further piece of the paragraph before the
furniture or blank line it was broken at. Names and places are made up.
"""

import pytest

from articles.text.roles import Role
from articles.text.scraping import scrape

ROLES = {
    "H": Role.HEADLINE,
    "S": Role.STANDFIRST,
    "c": Role.SOURCE,
    "b": Role.BYLINE,
    "d": Role.DATELINE,
    "P": Role.BODY,
    "h": Role.HEADING,
    "C": Role.CAPTION,
    "-": Role.DROPPED,
}

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
- (Keiko Mori)
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

PAGES = [
    JAPANESE,
    FRENCH,
    TURKISH,
    CHINESE,
    PRESS_RELEASE,
    INDONESIAN,
    SHORT_NEWS,
    WITHOUT_HEADLINE,
    LISTS,
    INTERRUPTED_TWICE,
]


def labelled(page):
    return [(line[0], line[2:]) for line in page.strip().splitlines()]


def written(page, gap="\n\n"):
    return gap.join(text for _, text in labelled(page))


def told(text):
    """(role, lines of the part) in the order of the page, furniture inside a paragraph after it."""
    return [(block.role, [text[start:end] for start, end in block.spans]) for block in scrape(text).blocks]


def expected(page):
    parts = []
    for letter, text in labelled(page):
        if letter == "+":
            next(p for p in reversed(parts) if p[0] is Role.BODY)[1].append(text)
        else:
            parts.append((ROLES[letter], [text]))
    return parts


@pytest.mark.parametrize("page", PAGES)
def test_every_line_gets_its_role(page):
    assert told(written(page)) == expected(page)

"""People and organizations, each in its most complete form."""

import pytest

from articles.text.facts import suggest


def people(*paragraphs):
    return list(suggest(paragraphs).people)


def organizations(*paragraphs):
    return list(suggest(paragraphs).organizations)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The board chairman Lin Kexin spoke.", "Lin Kexin"),
        ("Lin Kexin said that cranes rust.", "Lin Kexin"),
        ("CEO Mina Park-Lee came.", "Mina Park-Lee"),
        ("Dr. Vera Oline came.", "Vera Oline"),
        ("The president of the union, Joan Serra, came.", "Joan Serra"),
        ("Emil Kast, Professor of geology, came.", "Emil Kast"),
        ("The head of the Lower settlement Tamara Ivlova came.", "Tamara Ivlova"),
        ("The Minister of Public Health Adela Marn came.", "Adela Marn"),
        ("Board Secretary He Ming came.", "He Ming"),
        ("«The sea is empty», - said Pavel Zorin.", "Pavel Zorin"),
        ("Boats are slow (President: Kenji Aoki).", "Kenji Aoki"),
        ("Its director, Pilar Sants, came.", "Pilar Sants"),
        ("The farmer Tran Van Sang came.", "Tran Van Sang"),
        ("Khalid bin Omar Al Faris, Director General of the port, came.", "Khalid bin Omar Al Faris"),
        ("Asha Menon, 34, came.", "Asha Menon"),
        ("Asha Menon, 34 years old, came.", "Asha Menon"),
        ("Minister K. R. Menon came.", "K. R. Menon"),
        ("The baker Josie Petit came.", "Josie Petit"),
        ("They asked the bamboo weaver Lu Xiang.", "Lu Xiang"),
        ("Joan Serra (president of the club) came.", "Joan Serra"),
        ("The 34-year-old Nikos Galan swam.", "Nikos Galan"),
        ("The choir was led by Sven Bergholm.", "Sven Bergholm"),
        ("Paula Reyes and her team came.", "Paula Reyes"),
        ("“It rains,” rejoices Nadia Benal.", "Nadia Benal"),
        ("Wen Lin, county head, came.", "Wen Lin"),
        ("The minister delegate for Islands, Bert Lacaz, came.", "Bert Lacaz"),
        ("The secretary of Fishing of the State, Evan Bitar, came.", "Evan Bitar"),
        ("His Excellency Engineer Salim bin Hamad came.", "Salim bin Hamad"),
        ("Vera Lang, the museum's director, came.", "Vera Lang"),
        ("Hamid Rezai in the closing ceremony stated: it rains.", "Hamid Rezai"),
        ("Carlos Peral gave a lecture.", "Carlos Peral"),
        ("They thanked her son, Jim Hansol.", "Jim Hansol"),
        ("He met the 12-year-old Solomi, a fifth grader.", "Solomi"),
        ("Huy Cong Dan - Vice Rector - came.", "Huy Cong Dan"),
        ("The booth of Ngo Thanh Tru (21 years old) was small.", "Ngo Thanh Tru"),
        ("Dona Zefa came.", "Zefa"),
        ('The director of LLC "Telemar" Arseny Veku came.', "Arseny Veku"),
        ("The member, student of the Institute of Northern Studies Ilya Khan came.", "Ilya Khan"),
        ("Ingrid Vell kept the keys.", "Ingrid Vell"),
        ("The keys were kept by Chen Guolin for years.", "Chen Guolin"),
        ("He went there with Nguyen Thi Bich.", "Nguyen Thi Bich"),
        ("The head of the National Company for Wells Dr. Basim Orel came.", "Basim Orel"),
        ("The Minister of Water and Irrigation Eng. Basim bin Orel came.", "Basim bin Orel"),
        ("PILAR SANTS: It rains. They had asked Pilar Sants.", "Pilar Sants"),
        ("Governor Major General Tarek Qandil came.", "Tarek Qandil"),
        ("They met the minister, who presented the programme Back to Work. Vera Oline came.", "Vera Oline"),
        ("Anselm Tord, retired postman and father of four, came.", "Anselm Tord"),
        ("Nuria Casal, a mussel picker from the islands, came.", "Nuria Casal"),
        ("The acting mayor of Velmar Vadim Shub came.", "Vadim Shub"),
        ("Remedios Alba, councilwoman of Mobility, came.", "Remedios Alba"),
    ],
)
def test_a_person_is_known_by_the_words_about_the_name(text, name):
    assert people(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The head of the Teachers' Union came.", "Teachers' Union"),
        ("The Mikasa Railway pays.", "Mikasa Railway"),
        ("Berg was one of the founders of Zeyt Marine.", "Zeyt Marine"),
        ("The Kulturbund Velmar pays.", "Kulturbund Velmar"),
        ("The Banco do Cais pays.", "Banco do Cais"),
        ("The Foundation «Blue Ring» pays.", "Blue Ring"),
        ("Borealis Harbours founder Lin Kexin came.", "Borealis Harbours"),
        ("They asked Vera Oline, who heads the Liushu Terrace.", "Liushu Terrace"),
        ("It is sold by the publishing house Ponte Alto.", "Ponte Alto"),
        ("Ruiyang Medical and others unveiled boats.", "Ruiyang Medical"),
        ("They went to the State Office Harbour.", "State Office Harbour"),
        ('The head of the apiary "Medov Spas" came.', "Medov Spas"),
        ("A round was led by Mirae Bom Investment.", "Mirae Bom Investment"),
        ("The operator Telemar pays.", "Telemar"),
        ("The company «Severlin» pays.", "Severlin"),
        ("Lumen Robots (CEO Mina Park) came.", "Lumen Robots"),
        ("The Nordal Institute of Coastal Technology came.", "Nordal Institute of Coastal Technology"),
        ("It was read at the University of Karsk.", "University of Karsk"),
        ("Telemar launched a boat.", "Telemar"),
        ("It was paid by the Foundation Horizon.", "Foundation Horizon"),
        ("The government of the Lower region pays.", "government of the Lower region"),
        ("Aozora Boats Co., Ltd. pays.", "Aozora Boats Co., Ltd"),
        ("It was won by the Start-up Hofgut Sens.", "Hofgut Sens"),
        ("Brandt & Kern, a manufacturer of screws, pays.", "Brandt & Kern"),
        ("It was read by the Union of Booksellers of the East.", "Union of Booksellers of the East"),
        ("The Ministry of Education and Science pays.", "Ministry of Education and Science"),
        ("The Velmar People's Government pays.", "Velmar People's Government"),
        ("It was told to the owner of Ege Denizcilik.", "Ege Denizcilik"),
        ("Kade Oost, operator of terminals, pays.", "Kade Oost"),
        ("Nerva Health presented a pump.", "Nerva Health"),
        ("It was paid by PT Sari Kedelai.", "PT Sari Kedelai"),
    ],
)
def test_an_organization_is_known_by_the_words_about_the_name(text, name):
    assert organizations(f"Then again: {text}", text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "In Velmar the sea is empty.",
        "The Harbour Industry Conference was long.",
        "Overseas revenue rose.",
        "The Innovation Award is blue.",
        "On Monday in January it rained.",
        "Everything flows.",
        "In Belo Horizonte, the head of the club came.",
        "They read the book «Night School».",
        "Theatre director he is not.",
        'The winner of the competition "Young Harbour" came.',
        "He dreams of Velmar, a picture of the sea.",
        "The Digital Forum Nordhessen was long.",
        "It is said that the state is slow.",
        "The Silk Road leads to the Black Forest.",
    ],
)
def test_places_events_awards_and_sentence_starts_are_neither(text):
    assert people(text) == []
    assert organizations(text) == []


@pytest.mark.parametrize(
    ("text", "person", "organization"),
    [
        ("Head of the Velmar Food Agency Asep Rukmana came.", "Asep Rukmana", "Velmar Food Agency"),
        ("Rector of Nusa University, Prof. Siti Wulan, came.", "Siti Wulan", "Nusa University"),
        ("Director Floor Lager of Rederij Zuid told it.", "Floor Lager", "Rederij Zuid"),
        ("Owner of CV Sari Manis, Yuyun Haryati, came.", "Yuyun Haryati", "CV Sari Manis"),
    ],
)
def test_a_post_its_organization_and_its_holder_are_told_apart_in_one_row_of_capitals(text, person, organization):
    assert (people(text), organizations(text)) == ([person], [organization])


def test_a_company_s_union_does_not_swallow_the_company():
    found = organizations(
        "Hanbek Marine said on the 12th that it won.", "Kim Mal, head of the Hanbek Marine Labor Union, said so."
    )
    assert found == ["Hanbek Marine", "Hanbek Marine Labor Union"]


def test_a_family_name_leads_to_the_whole_name():
    assert people("Governor Pavel Zorin came.", "Zorin said that it rains.", "Mr. Zorin said so.") == ["Pavel Zorin"]


def test_a_family_name_that_speaks_makes_the_longer_name_a_person():
    assert people("The room liked Yuki Arima.", "Arima said that it rains.") == ["Yuki Arima"]


def test_a_shorter_form_of_an_organization_leads_to_its_whole_name():
    found = organizations("The Manos del Mar Foundation paid.", "Manos del Mar was quick, said the Foundation.")
    assert found == ["Manos del Mar Foundation"]


def test_names_come_in_reading_order():
    text = "Governor Pavel Zorin and CEO Mina Park met."
    assert people(text) == ["Pavel Zorin", "Mina Park"]


def test_a_post_that_is_a_heading_names_nobody():
    assert people("Minister of Public Health", "The day was long.") == []

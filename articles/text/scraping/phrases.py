"""The phrases that sites print around an article, group by group: add a phrase to the group it belongs to.

Small letters, straight apostrophes, no bullets, arrows, stars or counts around them; ``|`` or a line end parts them.
A phrase belongs here only if it is a site's own wording, the same on every page, and no sentence of an article.
"""

from itertools import product


def phrases(*groups: str) -> frozenset[str]:
    parts = (part.strip() for group in groups for line in group.splitlines() for part in line.split("|"))
    return frozenset(part for part in parts if part)


def products(*parts: str) -> frozenset[str]:
    """Every row of one phrase of each part, in order."""
    return frozenset(" ".join(row).strip() for row in product(*(part.split("|") for part in parts)))


# A line that is nothing but an advert's mark; the paragraph it stands in goes on after it, whatever the letter.
ADVERTS = phrases("""
    ad | ads | advert | adverts | advertisement | advertisements | advertising
    advertisement - continue reading below | article continues below | article continues below advertisement
    article continues after advertisement | story continues below | story continues below advertisement
    story continues after advertisement | publicity | continue reading after the advertisement
    the article continues below the advertisement | sponsored | promoted | sponsored content | sponsored links
    sponsored post | promoted content | paid content | paid post | commercial | partner content | advertorial
    google ads | ads by google | remove ads | on the rights of advertising | ad slot | banner | commercial break
    commercial advertising | anzeige | publicidad | реклама | werbung | publicité | reklama | reclame | reklame | annons
    mainos | pubblicità | publicidade | iklan | quảng cáo | 广告 | 広告 | 광고 | إعلان | affiliate link
    advertising block | end of advertising block
    end of the advertisement | end of advertising | advertising material | partner material | partners' material
    advertisement - scroll to continue | advertising. continue reading
""") | products(
    "article|story|text|news|the article|the story|the text|the news|read on|continue reading|reading continues",
    "|continues|goes on|continued",
    "after|below|under|behind",
    "ad|the ad|this ad|advert|the advert|the advertisement|this advertisement|the advertising|the publicity"
    "|picture|the picture|pictures|the pictures|photo|the photo|photos|the photos|image|the image|images|the images"
    "|video|the video|map|the map|graphic|the graphic|chart|the chart|table|the table|box|the box|fact box|the fact box"
    "|infographic|the infographic|gallery|the gallery|quote|the quote|list|the list|player|the player",
)

# A line that is nothing but one of these.
WHOLE = phrases(
    # Menus and paths, as English sites print them and as they come out of translation (Hauptseite, 首页, Zum Inhalt).
    """
    press releases | press box | pressbox | newsroom | press room | press centre | press center
    home | home page | homepage | front page | main page | main | menu | main menu | navigation | site map | sitemap
    search | search for | contents | table of contents | back | top | up | previous | next | prev | list | close
    open | more | full version | mobile version | desktop version | pc version | english version | details | archive
    archives | rss | rss feed | faq | help | contact | contacts | about | about us | about the site | imprint
    legal notice | accessibility | careers | jobs | advertise | advertise with us | work with us | our team
    editorial office | editorial board | cancel | ok | yes | no | no thanks | skip | accept | decline | agree
    i agree | settings | learn more | find out more | disclaimer | feedback | data protection | all news | more news
    version for the visually impaired | version for visually impaired | version for the blind
    expand | collapse
    """,
    # Names of sections, standing alone over a headline or in a menu.
    """
    news | latest news | breaking news | politics | economy | business | finance | markets | society | culture
    sport | sports | science | technology | tech | health | education | entertainment | lifestyle | world
    international | national | local | local news | regional | opinion | opinions | editorial | editorials | columns
    video | videos | photo | photos | photo gallery | gallery | multimedia | podcast | podcasts | live | weather
    horoscope | games | magazine | newspaper | e-paper | special topic | special topics | real estate | market
    internet | industry
    """,
    # Forms for comments, and buttons under them.
    """
    reply | reply to | answer | report | report abuse | like | dislike | likes | name | e-mail | email | mail
    website | web site | phone | phone number | captcha | send | submit | post | publish | delete | edit | sort by
    newest | oldest | newest first | oldest first | most popular | best | url | nickname | verification code
    remember me | message | text | sort: newest first | sort by newest | best answer | author's reply | moderator
    quote | quote: | only the author sees this | log in to vote | i am not a robot | sign me up | send me
    """,
    # Accounts, sharing and tools on the page.
    """
    enlarge font | reduce font | font enlarge | increase font | decrease font | a a | aa | a+ a- | larger text
    smaller text | log out | logout | sign out | register | registration | join | join us | join now | my account
    my page | password | username | user name | subscribe | unsubscribe | subscription | subscriptions | free trial
    premium | donate | share | tweet | pin it | copy link | copy the link | copy url | url copy | copy address
    link copied | print | save | bookmark | favorites | collect | collection | scrap | forward | recommend | enlarge
    enlarge text | zoom in | zoom out | listen | play | play video | pause | mute | translate | follow | following
    followers | view original | small | medium | large | font | loading | loading... | please wait | qr code
    statistics | word count | subtitles | send to a friend | print version | printer version | version for print
    version for printing | printer-friendly version | loading player | swipe for more pictures | more options
    i accept | i accept all | only necessary | only necessary cookies | configure | customize | customise
    search on the site | search the site | choose language | select language | language | toggle navigation
    skip navigation | live broadcast | on air | watch tv online | watch live | log in / register | i do not agree
    fullscreen | full screen | turn on sound | mute sound | unmute | skip ad | scroll down | slide
    be the first to share | be the first who comments | embedded content is not available | to the main content
    already registered? log in | already subscribed? log in | live stream | now on air | enter your phone number
    for subscribers | only for subscribers | subscribers only | plus article | premium content | premium article
    free article | archived article | from the archive | buy us a coffee | become a member
    """,
    # Ends of pages, and labels whose value stood elsewhere.
    """
    the end | end | -end- | (end) | end of article | keywords | tags | tag | labels | topics | theme | themes
    ends | editor's pick | editors' pick | exchange rates | currency rates | weather forecast | horoscope for today
    video of the day | photo of the day | news in brief | hot search words | hot search | friendship links
    friendly links | related stocks | increase font size | decrease font size | open in the app
    rubric | rubrics | category | categories | sections | hashtags | editor's choice | editor's picks | news feed
    newsfeed | editor | source | author | view count | caption | image | picture | hide caption | toggle caption
    summary | for immediate release | issued by
    notes to editors | note to editors | attachment | attachments | attached files | attached file | general conditions
    impressum | older post | newer post | older posts | newer posts | top of the page
    """,
) | products(
    "enlarge|zoom|show|hide|close|view|open|full size|next|previous", "|the|all", "picture|pictures|image|photo|photos"
)

# Headings of link lists: what follows is links, until the article goes on.
LINK_LISTS = phrases(
    # English sites.
    """
    related | related article | related articles | related news | related post | related posts | related story
    related stories | related content | related topics | related links | related link | related information
    related materials | related material | related reading | related videos | related photos | related reports
    see also | read also | also read | read next | more on this | more on this topic | more on this story
    more from this section | more from this author | more from the author | more by this author | more articles
    more stories | more like this | more in this section | you may also like | you might also like | latest articles
    you may also be interested in | you may be interested in | you might be interested in | recommended | top news
    recommended articles | recommended for you | recommended reading | recommended news | recommendations | popular
    popular articles | popular news | popular posts | most read | most viewed | most popular | most commented
    most shared | most recent | trending | trending now | latest posts | recent posts | recent articles
    recent news | top stories | hot news | hot topics | don't miss | in case you missed it | what to read next
    we recommend | other news | other articles | other stories | top 10 | top 5 | headlines | in this section
    up next | read more | further reading | you might be interested | what others are reading | others also read
    others read also | readers also read | others are reading | most clicked | most listened | most watched
    in the same series | from the same series | on the same theme | also in the news | more in the series
    latest from the category | latest from the section | theme of the day | topic of the day
    """,
    # From German (Zum Thema, Mehr zum Thema, Auch interessant), French (À lire aussi, Sur le même sujet, Nos lecteurs
    # ont lu), Spanish (Te puede interesar, Más información), Italian (Leggi anche), Portuguese (Leia também).
    """
    to the topic | on the topic | on the subject | more on the topic | more to the topic | more on the subject
    on this theme | on the theme
    more about the topic | also interesting | this could also interest you | that could also interest you
    this might also interest you | also on the topic | to read also | to read too | read too | read also too
    on the same subject | on the same topic | in the same category | in the same section | the most read | most seen
    the most seen | our readers have also read | it may interest you | it might interest you | it can interest you
    it may also interest you | may interest you | could interest you | this may interest you | you can be interested
    more information | further information | know more | learn more about | see more | see too | look also
    leaf through | to deepen | you are interested in | you are interested | more read | the most viewed
    the readings also liked | news you may be interested in
    """,
    # From Russian and Ukrainian (Читайте также, По теме, Материалы по теме, Новости партнёров), Turkish (İlgili
    # haberler), Polish (Zobacz także), Arabic (اقرأ أيضا), Persian.
    """
    read on the topic | materials on the topic | material on the topic | by topic | on topic | news on the topic
    on this topic | other news of the section | last news | the last news | may be interesting | news of partners
    partner news | partners' news | news from partners | similar news | similar materials | similar articles
    we will remind | follow the topic
    this news may attract your attention | this news may also attract your attention | this news may interest you
    this news may also interest you | these may also interest you | these may attract your attention
    main news | news of the day | important news | related headlines | watch also | see also on the topic | plot
    """,
    # From Chinese (相关阅读, 延伸阅读, 热门推荐, 猜你喜欢), Korean (관련기사, 많이 본 뉴스), Japanese (関連記事,
    # あわせて読みたい), Vietnamese (Cùng chuyên mục, Tin liên quan, Tin mới), Indonesian (Berita terkait), Thai.
    """
    extended reading | hot recommendation | hot recommendations | popular recommendation | popular recommendations
    guess you like | previous review | past review | past recommendations | editor's recommendation | hot articles
    most viewed news | news most viewed | most read news | popular keywords | real-time news | real time news
    ranking | other articles by this reporter | reporter's other articles | articles by this reporter
    access ranking | popularity ranking | same category | same section | same topic | same column | same author
    news related | related news links | news in the same category | other news in the category
    latest in this category | new news | news just posted | featured news | selected for you | for you
    read together | read it together | articles to read together | articles you want to read together
    articles worth reading together | hot spots | related tags
    """,
) | products(
    "most read|most popular|most viewed|most commented|most shared|popular|the most read",
    "today|this week|this month|of the day|of the week|of the month|right now|in this section|on the site",
)

# Headings of a note on the author (Über den Autor, Sobre el autor, Об авторе, 作者简介, 著者プロフィール).
AUTHOR_BOXES = phrases("""
    about the author | about the authors | about the writer | about author | about the journalist | author bio
    author profile | author's profile | to the author | to the person | on the author | the author | about me
    introduction to the author | introduction of the author | author introduction | profile of the author
    brief introduction of the author | about the reporter | reporter profile | writer profile | who is the author
""")

# Headings under which readers write. After them the article does not go on.
COMMENT_SECTIONS = phrases("""
    comments | comment | reader comments | readers' comments | user comments | netizen comments | hot comments
    latest comments | all comments | leave a reply | leave a reply cancel reply | leave a comment | leave comment
    leave a message | leave your comment | leave a comment cancel reply | post a comment | post your comment
    write a comment | write your comment | add a comment | add comment | send your opinion | send a comment
    your opinion | readers' opinions | opinions of readers | facebook comments | no comments | no comments yet
    join the discussion | join the conversation | comments are closed | comments closed | cancel reply
    your comment | be the first to comment | submit comment | publish comment | show comments | view comments
    discussion
""")

# Beginnings that are a site's own wording even where they begin a whole sentence.
OPENINGS = {
    # Cookies, consent, scripts (also Wir verwenden Cookies, Nous utilisons des cookies, Мы используем cookie).
    "cookies and consent": phrases("""
    this content is only | this content is available | this content is reserved | this article is reserved
    this article is only available | this article is available to
    we use cookies | we use own cookies | we use our own cookies | we and our partners | this site uses
    this website uses | the site uses cookies | our site uses | our website uses | this page uses cookies
    this portal uses | by continuing to | by clicking on | by clicking the | by using this site
    by using this website | by subscribing | by leaving a comment | by submitting | please enable javascript
    please disable | to continue, please turn | your browser | you are using an outdated | this site is protected by
    manage cookies | to see this page | to view this | cookie settings | cookie policy | cookies settings
    cookies policy | we value your | we care about your privacy | we respect your privacy | we and our
    i agree with the processing | i agree to the processing | i consent to the processing | i have read the privacy
    i have read and accept | i accept the terms | i agree to the terms
    """),
    # Follow, subscribe, share, apps, codes (also Подписывайтесь на наш канал, 扫码关注, Suscríbete).
    "following and sharing": phrases("""
    sign up and | register and | subscribe and
    follow us | follow our | follow the latest news | like us on | find us on | connect with us | stay connected
    subscribe to our | subscribe to us | subscribe to the channel | subscribe to the newsletter | sign up free
    sign up for our | sign up for the newsletter | sign up to our | sign up now | sign up here | register for free
    get our newsletter | receive our | get the latest news | newsletter: | our newsletter | read us in | read us on
    join our telegram | join our channel | join our whatsapp | our telegram channel | our channel in | share:
    you are receiving this | you receive this | you received this | you have received this | you get this
    if you cannot see this | if you can not see this | if you can't see this | if this e-mail | if this email
    if you have trouble | having trouble | trouble viewing | view this e-mail | view this email | view this newsletter
    view in browser | view in your browser | open in browser | open this e-mail | open this email | to unsubscribe
    if you no longer wish | if you do not wish to receive | if you don't want to receive | this e-mail was sent
    this email was sent | this message was sent | this newsletter was sent | was this e-mail forwarded
    was this email forwarded | update your preferences | we are also on | our group in | add us as | join our group
    became interested? | liked it? | like what you read | like the material | like the article | liked the article
    share : | share this | share on facebook | share on twitter | share on | share via | share to: | click to share
    turn on notifications | allow notifications | enter your email | enter your e-mail | enter your mail
    download our app | get the app | install the app | open the app | open in app | scan the qr | scan the code
    scan code | scan the two-dimensional | scan qr | long press the | long press to | click here | tap here
    watch our | do you want to receive | stay up to date with | stay tuned | never miss a | don't miss any
    if you like this article | if you enjoyed
    """),
    # Links to other articles (also Lire aussi, Leia também, Baca juga, Читайте также, Đọc thêm).
    "link to another article": phrases("""
    read also | also read | read too | see also | read also: | read also to | read more: | read more about this
    also: | see also: | related: | related article | related articles | related news: | related reading
    related topics | related links | related posts | recommended: | recommended reading | recommended articles
    tagged with | tagged: | tagged as | previous article | previous post | next article | next post
    you may also like | you might also like
    you may also be interested | it may interest you | most read | previous: | next: | on the topic: | to the topic:
    more on the topic: | also on the topic | further reading | watch also | extended reading
    """),
    # Labels of a page's data.
    "page data": phrases("""
    published in: | posted under | also in the section | in the section: | the above is the whole | the above is all the
    the above is the full | (the author is | (the writer is | (the author works
    tags: | tag: | keywords: | key words: | keyword: | filed in | filed under | category: | categories: | section:
    sections: | column: | rubric: | topics: | labels: | posted in | views: | view: | viewed: | number of views
    visits: | page views | reads: | readings: | hits: | clicks: | click: | browse: | number of clicks | comments:
    comments ( | likes: | reading time | estimated reading time | time to read | word count: | font: | font size
    text size | article id | article number | permalink | short link | issn | isbn | index number | in this article:
    theme:
    """),
    # Who handled the text without writing it (责任编辑, 校对, Редактор, Translated by).
    "who handled the text": phrases("""
    (reporting by | reporting by | (writing by | (edited by | (editing by
    editor: | editor in charge | editor-in-charge | responsible editor | editors: | editor / | editing: | edited by:
    chief editor: | duty editor | web editor | intern editor | proofreader | proofreading | proofread by | reviewer:
    reviewed by: | checked by: | translator: | translation: | translated by: | producer: | layout: | typesetting:
    editor's note | editors' note | note from the editor | note of the editor | correction: | erratum | corrigendum
    an earlier version of this | a previous version of this | this version corrects | (editor's note | (correction
    copy editor | original title: | original link | source link | link to the original | uploaded by | supervisor:
    editor-in-chief: | managing editor: | person in charge of the page | webmaster | administrator: | design:
    camera:
    """),
    # Contacts and corrections (신고, Заметили ошибку, Fehler gefunden).
    "contact": phrases("""
    hotline | tel: | tel. | telephone: | phone: | fax: | e-mail: | email: | mail: | press contact | media contact
    contact us | for media inquiries | for press inquiries | contact for press | press enquiries | media enquiries
    submission email | report hotline | reporting hotline | news tip | tip line | have a tip | have a news tip
    do you have a story | do you have a tip | noticed an error | noticed a mistake | found an error
    found a mistake | found a typo | spotted an error | spotted a mistake | have you noticed an error
    have you found a | did you find an error | if you notice an error | if you notice a mistake
    if you find an error | if you found an error | report an error | if you find a mistake | report a typo
    found an inaccuracy | did you find a mistake | did you notice | have you seen a mistake | have you found an
    wrong we? | were we wrong? | noticed a typo | seen a mistake | suggest a correction | kakaotalk | wechat:
    wechat id | official wechat | business cooperation
    advertising cooperation | tip us | send us your | write to the editor | error in the text
    """),
    # Rights and warnings (版权声明, 风险提示, 무단전재, Все права защищены, Alle Rechte vorbehalten).
    "rights and warnings": phrases("""
    copyright | copyrights | © | ⓒ | (c) | all rights reserved | all rights to | all materials on this site
    unauthorized reproduction | unauthorised reproduction | reproduction in whole | prohibited the total
    no part of this | when using materials | when using the materials | when reprinting | when quoting materials
    reprint please | please indicate the source | use of materials is | any use of materials | full or partial
    total or partial reproduction | disclaimer | solemnly declare | solemn statement | special statement
    risk warning | risk tip | risk tips | risk disclosure | risk reminder | risk notice | investment risk
    the author's opinion may | the author's views may | the editors may not share | the author's opinion does not
    the editorial office does not | the editorial board does not | the editors do not | the views expressed are
    the opinions expressed are | any copying | when copying | copying of materials | all rights belong
    reproduction forbidden | reproduction is forbidden | registered in the press council
    legal notice | the above content | the views expressed in this | the opinions expressed in this
    the opinion of the author may | the author's opinion may | the opinion of the editorial
    the editorial board may not | the editors may not | the editorial office is not responsible
    this article only represents | this article represents only | this article does not constitute
    the content of this article is for | this article was originally published | this article is reproduced
    this article is reprinted | this article is from | this article first appeared | this article was translated
    this content is for | this text was translated | this article has been translated | machine translated
    mass media registration | media registration | certificate of registration | registered by roskomnadzor | icp
    terms of use | terms of service | terms and conditions | privacy policy | 0+ | 6+ | 12+ | 16+ | 18+
    """)
    | products(
        "the views of|the opinions of|the opinion of|the position of|the point of view of",
        "the author|the authors|the editors|the editorial board",
        "may|might|do not|does not|are not|is not|need not",
    ),
    # Accounts and comment forms.
    "accounts and commenting": phrases("""
    leave a reply | leave a comment | leave your comment | cancel reply | post a comment | post your comment
    write a comment | add a comment | add your comment | your comment | your email address | your e-mail address
    required fields | fields marked with | mandatory fields | please log in | please login | please sign in
    please register to | please type | please enter | please leave a comment | please fill in | please comply with
    log in to | log in with | log in or | login to | login or | sign in to | sign in with | sign in or
    you must be logged | you must log in | you must be registered | you need to log in | you need to login
    you need to be logged | you have to log in | you are not logged | only registered users | only subscribers can
    already a subscriber | already have an account | already a member | not a member | not registered
    don't have an account | forgot your password | forgot password | create a free account | create an account
    this article is for subscribers | exclusive for subscribers | content for subscribers | to read the full article
    to continue reading | subscribe to read | subscribe to continue | characters left | characters remaining
    notify me of | save my name | be the first to comment | be the first to write | there are no comments
    comment policy | comments policy | rules of commenting | rules for commenting | to comment on
    to leave a comment | rate this article | was this article helpful | was this article useful
    did you like this article | did you like the article | what do you think about this | your vote | support us
    support our
    """),
    # Ways back (返回列表, Zum Seitenanfang, Skip links).
    "way back": phrases("""
    return to list | return to the list | back to list | back to the list | back to top | back to the top | to top
    to the top | back to home | return to home | return to the home | return to homepage | back to homepage
    skip to content | skip to main | skip to the | jump to content | jump to the content | to the content jump
    to the content | to content | go to content | go to the content | go to navigation | to the navigation
    go to top | to the home page | back to overview | to the overview | to the start page | go to the main
    to main content
    """),
}

# Beginnings that count only where the line is no sentence.
OPENINGS_OF_NO_SENTENCE = phrases("""
    share | share with | share the | share facebook | tweet | print | save | follow | subscribe | sign up | sign in
    register | log in | login | log on | join | download | download the | listen to | watch on | read more | read on
    read | more on | more about | more from | more: | see more | show more | load more | view more | view all
    see all | continue reading | keep reading | category | views | view | viewed | clicks | click | hits | reads
    likes | like ( | comments | comment ( | comment on | all comments | number of comments | filed | section
    topic: | topics | subject: | subjects: | edited by | reviewed by | checked by | translated by | translation by
    editing by | additional reporting | compiled by | proofreader | photo gallery | photo report | video: click
    hotline | tel | fax | contact | contacts | your e-mail | your email | your name | name * | email *
    advertisement | advertising | sponsored by | promoted by | partner: | partners: | reprint | reprinted from
    reproduction | redistribution | link: | address: | permalink: | url: | id: | page | to the topic | on the topic
    on this topic | trending: | popular: | latest: | print this | rate | rating: | vote: | support | donate | terms
    privacy | cookies | cookie | 0 comments | license | size: | length: | newsletter | audio: | audio | podcast:
    broadcast: | duration: | subtitles: | receive | get the | send to | forward to | add to | report this | go to
    back to | return to | jump to | other news | similar articles | the best of | in the same category
    watch: | listen: | watch the video | watch video | see the video | look at the pictures | see the pictures
    look at the photos | see the photos | see the gallery | view the gallery | look at the gallery
    current time | remaining time | playback | quiz: | advertorial | sponsored:
    brought to you by | offer of the day | try it free | try for free | become a member | thank you for registering
    thank you for subscribing | our best stories | the most important news of the | weather: | exchange rate
    nickname: | username: | joined: | anonymous user | wechat public | attachment: | attachments: | download:
    original article | automatic translation | machine translation | translated from | with material from
    with information from | with reporting from | this video can | a post shared | tweet by | now on air
    the original text was | original text | source link | next post | previous post | statement: | declaration:
    warning: | note: this article | this is a news text | this is a news article | this is an opinion
    this is a debate | this is an advertisement | this is a column | this is an editorial | this is an analysis
    this is a commentary | the text is an opinion
""")

# Wording that marks a line anywhere in it.
ANYWHERE = phrases("""
    all rights reserved | required fields are marked | email address will not be published | ctrl + enter
    e-mail address will not be published | e-mail will not be published | unauthorized reproduction | ctrl+enter
    unauthorised reproduction | reproduction prohibited | reproduction is prohibited
    reproduction and redistribution | redistribution prohibited | reprinting prohibited | reprint is prohibited
    unauthorized reprinting | log in to comment | total or partial reproduction | partial or total reproduction
    hyperlink is required | active link is required | active hyperlink | link to the source is | login to comment
    sign in to comment | before you can comment | before commenting | uses cookies | use cookies to
    enable javascript | your browser does not support | constitute investment advice | constitute any investment
    do not necessarily reflect | please indicate the source | not necessarily those of
    does not represent the position of this | does not represent the views of this | please indicate the author
    indicate the source when | offenders will be | infringement will be | contact us to delete
    contact us for deletion | click here to | sign up for our | subscribe to our | follow us on | join our telegram
    scan the qr code | scan the code to | qr code below | add to favorites | add to favourites
    privacy policy and terms | adsbygoogle | document.write | function() | googletag | lorem ipsum
    share on facebook | share on twitter | subscribe to the newsletter | our newsletter | weekly newsletter
    solely responsible for the content | powered by wordpress
""")

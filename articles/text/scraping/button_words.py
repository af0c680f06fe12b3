"""The words that buttons are made of; a row of buttons holds no others."""

from articles.text.scraping.phrases import phrases

# Buttons: a line made of nothing but these words, one of them at least no small word, is a row of buttons.
BUTTONS = phrases("""
    share | facebook | twitter | tweet | whatsapp | telegram | viber | vk | vkontakte | odnoklassniki | wechat
    weibo | sina | qq | qzone | moments | douban | zalo | messenger | linkedin | pinterest | reddit | tumblr
    instagram | youtube | tiktok | kakao | kakaotalk | naver | hatena | pocket | evernote | flipboard | mastodon
    bluesky | skype | livejournal | email | e-mail | rss | print | copy | link | url | save | bookmark | like
    likes | dislike | comment | comments | collection | collect | reply | forward | favorite | favorites | subscribe
    login | register | search | menu | home | close | accept | decline | reject | agree | settings | cookies
    delete | views | scrap | fb | follow | report | send | next | previous | prev | zoom | english | korean
    chinese | sms | threads | listen
""")
SMALL_WORDS = phrases("""
    to | on | via | the | by | with | in | and | or | of | a | x | all | ok | line | article | more | space
    friends | up | out | back | top | page | font | size | text | aa | mail | band | blog | cafe | log | sign | edit
    view | circle | this | your | our | me | us | recommend | list | smaller | larger | no | yes | for | now | here
    it | post
""")

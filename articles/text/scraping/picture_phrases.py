"""The phrases that captions and photo credits are written with, by groups: add one to the group it belongs to.

Small letters, straight apostrophes; ``|`` or a line end parts them.
"""

from articles.text.scraping.phrases import phrases, products

# Beginnings of a caption or a photo credit; the second group anywhere in a line that is not long.
CAPTION_OPENINGS = (
    phrases("""
    picture for reference | picture for illustration | image for reference | image for illustration
    the picture is for | the pictures are for | the image is for
    the photo is for
    photo: | photo by | photo / | photo/ | photo = | photo= | photos: | photos by | photo credit | photo source
    photo courtesy | photo from | (photo | [photo | picture: | picture by | picture source | pictures: | image:
    image by | image credit | image source | image courtesy | images: | file photo | illustration:
    illustrative photo | illustration photo | illustration by | illustrative image | caption: | pictured:
    pictured, | in the photo: | on the photo: | in the photo, | in the picture: | in the picture, | above: | below:
    credit: | credits: | getty images | infographic: | infographics: | graphic: | graphics: | source of the photo
    source photo | foto: | fig. | figure 1 | figure 2 | figure 3 | photo source: | photograph: | photography:
    photo provided | screenshot | screen capture | video capture | video screenshot | map: | courtesy of
    data: | table: | chart:
    symbol image | symbol photo | stock photo | archive photo | author's photo | author's photos | video still
    still from | frame from | frame of the video | courtesy photo | press photo | handout photo | data map | data photo
    data picture | file picture | archive picture | archive image | symbolic picture | symbolic image | symbolic photo
    the picture comes from | the photo comes from | the image comes from | left to right: | (from the left) | [from left
""")
    | products("photo|picture|image", "from the|from open|from social|from a|of the author|courtesy|source|provided by")
    | {sign + noun for sign in "([【" for noun in ("photo", "picture", "image")}
)
CAPTION_MARKS = phrases("""
    photo = | photo: | photo courtesy of | /photo | photo/ | = courtesy of | =courtesy of | provided by =
    (photo by | third from left | second from left | third from the left | second from the left | second from right
    third from right | third from the right | second from the right | fourth from left | first from left
    from left to right | from left: | (from left) | (left) and | (right) and | commemorative photo
    poses for a photo | pose for a photo | poses for photo | getty images | afp via
    ap photo | reuters/ | afp/ | via reuters | epa/ | xinhua/ | (photo courtesy
    (photo provided | photo provided by | image courtesy of | (image: | (photo: | [photo: | [photo | shutterstock
    photo credit | (right), | (left), | (center), | (centre), | (right) | (left) | [provided by | (provided by
    [courtesy of | (courtesy of | (picture by | (image by | [image | (file photo) | (archive photo) | (archive)
    (credit: | [credit: | (photo credit
""")
# Agencies after a slash: at the end of a caption, in a sentence an abbreviation like another.
AGENCIES = phrases(
    "/afp | /reuters | /getty | /epa | /tass | /xinhua | /ap | /dpa | /efe | /ansa | /lusa | /pap | /belga"
)
CAPTION_SIGNS = ("▲", "△", "▼", "▽", "◀", "📷", "📸")

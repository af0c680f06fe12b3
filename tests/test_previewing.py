"""A preview for somebody without an account: signed, of one revision, for a while, and taken back."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.signing import Signer
from django.urls import reverse
from django.utils import timezone

from articles.errors import BadInput, Gone, NotAllowed, NotThere, WrongMoment
from articles.models import Act, PreviewLink, Revision
from articles.steps import correcting, previewing, publishing
from tests.browser_form import sent
from tests.cast import PASSWORD

LATER = "The mill in Dorn burnt on Monday, said Vera Holt."


def make(newsroom, article, by=None, days=7):
    return previewing.make(article, by or newsroom.cora, newsroom.head(article).digest, days)


def read(client, token):
    return client.get(reverse("preview", args=[token]))


def test_a_stranger_reads_the_very_revision_and_not_what_came_after(client, newsroom):
    article = newsroom.article()
    made = make(newsroom, article)
    newsroom.correct(article, text=LATER)
    html = read(client, made.token).content.decode()
    assert "opened on Monday" in html
    assert "burnt" not in html
    assert "A preview of revision 1" in html
    assert "Leave a Reply" not in html


def test_nobody_keeps_it_and_no_page_it_leads_to_learns_its_address(client, newsroom):
    response = read(client, make(newsroom, newsroom.article()).token)
    assert response["Cache-Control"].startswith("no-store")
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert 'content="noindex"' in response.content.decode()


def test_every_opening_is_counted_and_asking_for_the_head_is_none(client, newsroom):
    made = make(newsroom, newsroom.article())
    client.head(reverse("preview", args=[made.token]))
    for _ in range(2):
        read(client, made.token)
    made.link.refresh_from_db()
    assert made.link.openings == 2
    assert made.link.opened_at is not None


def test_the_database_holds_no_token(newsroom):
    made = make(newsroom, newsroom.article())
    assert all(made.token not in str(value) for value in PreviewLink.objects.values().get().values())


def test_a_token_written_into_the_database_by_another_hand_opens_nothing(client, newsroom):
    made = make(newsroom, newsroom.article())
    forged = Signer(key="another key", salt="articles.preview", sep=".").sign("forged")
    PreviewLink.objects.filter(pk=made.link.pk).update(token_hash=previewing._hash(forged))
    assert read(client, forged).status_code == 404


def test_a_link_runs_out(client, newsroom):
    made = make(newsroom, newsroom.article(), days=1)
    with time_machine.travel(timezone.now() + timedelta(hours=23)):
        assert read(client, made.token).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        response = read(client, made.token)
    assert response.status_code == 410
    assert "could be opened until" in response.content.decode()


def test_a_revoked_link_is_gone_for_good(client, newsroom):
    made = make(newsroom, newsroom.article())
    previewing.revoke(made.link, newsroom.ada)
    response = read(client, made.token)
    assert response.status_code == 410
    assert "taken back" in response.content.decode()
    assert "opened on Monday" not in response.content.decode()
    made.link.refresh_from_db()
    assert (made.link.revoked_by, made.link.openings) == (newsroom.ada, 0)
    with pytest.raises(WrongMoment, match="closed already"):
        previewing.revoke(made.link, newsroom.cora)


@pytest.mark.parametrize("cut", ["x", "", "a.b", "é"])
def test_an_unknown_address_is_not_there_and_says_no_more(client, newsroom, cut):
    token = make(newsroom, newsroom.article()).token
    response = read(client, f"{token[:-1]}{cut}" if len(cut) == 1 else cut or "none")
    assert response.status_code == 404
    assert "Mill" not in response.content.decode()


def test_withdrawing_closes_every_link_made_before(client, newsroom):
    article = newsroom.published()
    newsroom.correct(article, text=LATER)
    live, draft = make(newsroom, article), make(newsroom, article)
    publishing.withdraw(article, newsroom.ada, "No permission")
    for made in (live, draft):
        response = read(client, made.token)
        assert response.status_code == 410
        assert "withdrawn" in response.content.decode()


def test_withdrawn_words_are_given_to_nobody_but_corrected_ones_may_be(client, newsroom):
    article = newsroom.published()
    publishing.withdraw(article, newsroom.ada, "No permission")
    with pytest.raises(WrongMoment, match="withdrawn"):
        make(newsroom, article)
    newsroom.correct(article, text=LATER)
    assert read(client, make(newsroom, article).token).status_code == 200


def test_a_reader_without_the_right_gives_nobody_a_preview(newsroom):
    article = newsroom.article()
    with pytest.raises(NotAllowed):
        make(newsroom, article, newsroom.rex)
    made = make(newsroom, article, newsroom.ada)
    with pytest.raises(NotAllowed):
        previewing.revoke(made.link, newsroom.rex)
    assert PreviewLink.objects.open().get() == made.link


@pytest.mark.parametrize("days", [0, -1, 31])
def test_a_link_is_for_days_not_for_ever(newsroom, days):
    with pytest.raises(BadInput, match="1 to 30"):
        make(newsroom, newsroom.article(), days=days)


def test_a_digest_of_another_article_makes_no_link(newsroom):
    article, other = newsroom.article(), newsroom.article()
    with pytest.raises(BadInput, match="no revision with this digest"):
        previewing.make(article, newsroom.cora, newsroom.head(other).digest, 1)


def test_a_preview_changes_nothing_of_the_article(client, newsroom):
    article = newsroom.submitted()
    before = Revision.objects.count(), Act.objects.count(), newsroom.head(article).digest
    read(client, make(newsroom, article).token)
    assert (Revision.objects.count(), Act.objects.count(), newsroom.head(article).digest) == before


def test_what_steps_refuse_is_told_by_its_class(newsroom):
    made = make(newsroom, newsroom.article())
    with pytest.raises(NotThere):
        previewing.opened(f"{made.token}x")
    previewing.revoke(made.link, newsroom.cora)
    with pytest.raises(Gone):
        previewing.opened(made.token)


# The editors' page


def page(article, name="previews", *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def test_an_editor_makes_a_link_copies_its_address_once_and_revokes_it(client, newsroom):
    article = newsroom.article()
    client.login(username="cora", password=PASSWORD)
    form = sent(client.get(page(article)), "/previews/")
    assert form == {"digest": [newsroom.head(article).digest], "days": ["7"]}
    shown = client.post(page(article), form)
    address = shown.context["address"]
    assert address in shown.content.decode()
    assert address not in client.get(page(article)).content.decode()
    client.logout()
    assert client.get(address).status_code == 200
    client.login(username="ada", password=PASSWORD)
    assert "1 time," in client.get(page(article)).content.decode()
    link = PreviewLink.objects.get()
    assert client.post(page(article, "revoke_preview", link.pk)).status_code == 302
    assert client.post(page(article, "revoke_preview", link.pk)).status_code == 409
    client.logout()
    assert client.get(address).status_code == 410


def test_the_link_of_another_article_is_not_revoked_from_here(client, newsroom):
    article, other = newsroom.article(), newsroom.article()
    made = make(newsroom, other)
    client.login(username="cora", password=PASSWORD)
    assert client.post(page(article, "revoke_preview", made.link.pk)).status_code == 404
    assert PreviewLink.objects.open().exists()


def test_somebody_who_only_looks_makes_no_link(client, newsroom):
    article = newsroom.article()
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    assert "Make the link" not in client.get(page(article)).content.decode()
    response = client.post(page(article), {"digest": newsroom.head(article).digest, "days": "7"})
    assert response.status_code == 403
    assert "may not give anybody outside a preview" in response.content.decode()
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("given", [{"days": "365"}, {"days": "x"}, {"digest": "0" * 64}])
def test_a_form_that_cannot_be_used_is_refused_with_a_sentence(client, newsroom, given):
    article = newsroom.article()
    client.login(username="cora", password=PASSWORD)
    response = client.post(page(article), {"digest": newsroom.head(article).digest, "days": "7", **given})
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()
    assert not PreviewLink.objects.exists()


def test_a_stale_page_makes_a_link_to_the_revision_it_showed(client, newsroom):
    article = newsroom.article()
    client.login(username="cora", password=PASSWORD)
    form = sent(client.get(page(article)), "/previews/")
    newsroom.correct(article, text=LATER)
    address = client.post(page(article), form).context["address"]
    assert "burnt" not in client.get(address).content.decode()


def test_an_address_takes_no_form(client, newsroom):
    made = make(newsroom, newsroom.article())
    assert client.post(reverse("preview", args=[made.token])).status_code == 405


def test_a_restored_revision_has_a_link_of_its_own(client, newsroom):
    article = newsroom.article()
    newsroom.correct(article, text=LATER)
    correcting.restore(article, newsroom.cora, 1, 2)
    assert "A preview of revision 3" in read(client, make(newsroom, article).token).content.decode()

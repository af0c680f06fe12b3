# Galley for a server: packages are built in one stage, the other holds what runs, as a user without rights.
FROM python:3.13-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements.txt requirements-extras.txt requirements-postgres.txt requirements-queue.txt /build/
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --require-hashes -r /build/requirements.txt \
    && /venv/bin/python -m pip install --require-hashes -r /build/requirements-extras.txt \
    && /venv/bin/python -m pip install --require-hashes -r /build/requirements-postgres.txt \
    && /venv/bin/python -m pip install --require-hashes -r /build/requirements-queue.txt

FROM python:3.13-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    GALLEY_VAR=/var/galley STATIC_ROOT=/srv/static LOG_FORMAT=json BEHIND_PROXY=on
RUN groupadd --system --gid 10001 galley \
    && useradd --system --uid 10001 --gid galley --home-dir /var/galley --create-home --shell /usr/sbin/nologin galley
COPY --from=packages /venv /venv
COPY manage.py LICENSE /srv/galley/
COPY cms /srv/galley/cms
COPY articles /srv/galley/articles
COPY seeds /srv/galley/seeds
COPY deploy/start /srv/galley/deploy/start
WORKDIR /srv/galley
# The key is for this command alone; static files hold none of it.
RUN SECRET_KEY=only-while-static-files-are-collected python manage.py collectstatic --no-input
# By number, so that whoever runs it can tell that it is not root.
USER 10001:10001
VOLUME /var/galley
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen(r.Request('http://127.0.0.1:8000/livez', headers={'Host': 'localhost'}), timeout=4)"]
ENTRYPOINT ["sh", "/srv/galley/deploy/start"]
CMD ["web"]

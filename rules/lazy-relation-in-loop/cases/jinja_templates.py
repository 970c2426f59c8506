from flask import Flask, render_template
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

app = Flask(__name__)
db = SQLAlchemy(app)


class User(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Tag(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey('post.id'))


class Post(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey('user.id'))
    user: Mapped['User'] = relationship()
    tags: Mapped[list['Tag']] = relationship()


@app.get('/posts')
def posts():
    found = db.session.scalars(select(Post).order_by(Post.title)).all() #! lazy-relation-in-loop hint
    return render_template('posts.html', posts=found)


@app.get('/titles')
def titles():
    return render_template('titles.html', posts=db.session.scalars(select(Post)).all()) #= columns alone


@app.get('/loaded')
def loaded():
    found = db.session.scalars(select(Post).options(joinedload(Post.user), joinedload(Post.tags))).unique().all() #= the query loads them
    return render_template('posts.html', posts=found)


@app.get('/macros')
def macros():
    return render_template('macros.html', posts=db.session.scalars(select(Post)).all()) #? miss: what macros do with their arguments is not read

#- templates/posts.html
{% extends 'layout.html' %}
{% block main -%}
  {% for post in posts if post.title %}
    {%- set author = post.user %}
    {{ post.title }} by {{ author.name }}: {{ post.tags | length }}
  {% else %}
    none
  {%- endfor %}
{%- endblock %}

#- templates/layout.html
<main>{% block main %}{% endblock %}</main>

#- templates/titles.html
{% for post in posts %}{{ post.title }} {{ post.user_id }}{% endfor %}

#- templates/macros.html
{% macro line(post) %}{{ post.user.name }}{% endmacro %}
{% for post in posts %}{{ line(post) }}{% endfor %}

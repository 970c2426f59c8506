from fastapi import FastAPI
from sqlalchemy.orm import selectinload
from sqlmodel import Field, Relationship, Session, SQLModel, create_engine, select

app = FastAPI()
engine = create_engine('postgresql:///heroes')


class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    rivals: list['Team'] = Relationship(sa_relationship_kwargs={'lazy': 'joined'})
    guests: list['Team'] = Relationship(sa_relationship_kwargs={'lazy': 'select'})
    heroes: list['Hero'] = Relationship(back_populates='team')


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    team_id: int | None = Field(default=None, foreign_key='team.id')
    team: Team | None = Relationship(back_populates='heroes')


@app.get('/heroes')
def heroes() -> list[str]:
    with Session(engine) as session:
        lines = [hero.team.name for hero in session.exec(select(Hero).options(selectinload(Hero.team)))]
        for hero in session.exec(select(Hero).where(Hero.name != '').options(selectinload(Hero.team))).all():
            lines.append(hero.team.name)
        return lines


@app.get('/teams')
def teams() -> dict[str, list[str]]:
    with Session(engine) as session:
        return {team.name: [hero.name for hero in team.heroes] for team in session.exec(select(Team).options(selectinload(Team.heroes)))}


@app.get('/loaded')
def loaded() -> list[str]:
    with Session(engine) as session:
        return [hero.team.name for hero in session.exec(select(Hero).options(selectinload(Hero.team)))]


@app.get('/rivals')
def rivals() -> dict[str, list[str]]:
    with Session(engine) as session:
        return {team.name: [rival.name for rival in team.rivals] for team in session.exec(select(Team)).unique()}


@app.get('/guests')
def guests() -> dict[str, list[str]]:
    with Session(engine) as session:
        return {team.name: [guest.name for guest in team.guests] for team in session.exec(select(Team).options(selectinload(Team.guests)))}


@app.get('/teams/page')
def page(offset: int) -> list[str]:
    with Session(engine) as session:
        return [team.name for team in session.exec(select(Team).offset(offset).limit(50))]

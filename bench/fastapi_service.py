"""A FastAPI service as it is usually written: what it answers lies in memory as objects, and each answer becomes JSON anew.

ANSWERS names a JSON file of the answers by path.
"""

import json
import os

from fastapi import FastAPI, HTTPException

app = FastAPI()
with open(os.environ["ANSWERS"], encoding="utf-8") as file:
    answers = json.load(file)


def found(path: str):
    if path not in answers:
        raise HTTPException(status_code=404, detail=f"found nothing at {path}")
    return answers[path]


@app.get("/")
async def greeting():
    return answers["/"]


@app.get("/clusters")
async def clusters():
    return answers["/clusters"]


@app.get("/recommend/{cluster_id}")
async def recommend(cluster_id: int):
    return found(f"/recommend/{cluster_id}")


@app.get("/user/{user_id}/profile")
async def profile(user_id: int):
    return found(f"/user/{user_id}/profile")

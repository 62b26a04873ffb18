"""Scores labelled texts, fold by fold, by a linear SVM and by complement naive Bayes on tf-idf of words and characters.

Each is tuned by cross-validation on the texts of the other folds. Reads the lines of DefiFolds.java from standard input;
prints {"id", "svm": [{label: score}, one per repetition], "bayes": the same} per text.
"""

import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def features():
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, max_df=0.5, strip_accents="unicode")
    characters = TfidfVectorizer(sublinear_tf=True, ngram_range=(3, 5), min_df=3, max_df=0.5, analyzer="char_wb",
                                 strip_accents="unicode", max_features=50_000)
    return make_union(words, characters)


LEARNERS = {
    "svm": (LinearSVC(class_weight="balanced"), {"linearsvc__C": [0.1, 0.3, 1, 3]}),
    "bayes": (ComplementNB(), {"complementnb__alpha": [0.01, 0.03, 0.1, 0.3, 1]}),
}


def scores(learner, grid, texts, repetition):
    found = {}
    for fold in sorted({text["folds"][repetition] for text in texts}):
        known = [text for text in texts if text["folds"][repetition] != fold]
        unseen = [text for text in texts if text["folds"][repetition] == fold]
        x = features().fit([text["text"] for text in known])
        inner = StratifiedKFold(4, shuffle=True, random_state=repetition)
        search = GridSearchCV(make_pipeline(learner), grid, scoring="f1_macro", cv=inner)
        search.fit(x.transform([text["text"] for text in known]), [text["label"] for text in known])
        best = search.best_estimator_
        decide = getattr(best, "decision_function", None) or best.predict_log_proba
        rows = decide(x.transform([text["text"] for text in unseen]))
        found.update({text["id"]: dict(zip(best.classes_, map(float, row))) for text, row in zip(unseen, rows)})
    return found


texts = [json.loads(line) for line in sys.stdin]
repetitions = range(len(texts[0]["folds"]))
answers = {name: [scores(*learner, texts, one) for one in repetitions] for name, learner in LEARNERS.items()}
for text in texts:
    print(json.dumps({"id": text["id"], **{name: [one[text["id"]] for one in runs] for name, runs in answers.items()}}))

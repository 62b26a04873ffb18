package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.csv.RawCells;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Odds;
import fr.ecolhuma.etreprof.demo.chance.Season;
import fr.ecolhuma.etreprof.demo.people.Actor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a user's opened mails with their shadow sessions and clicks. */
final class MailRows {

    private static final int WEEKLY = 0;
    private static final int ONBOARDING = 1;
    private static final int ONBOARDING_DAYS = 21;
    private static final int WEEK = 7;
    private static final List<String> MAILS = List.of(
            "infolettre_hebdo", "onboarding", "infolettre_thematique", "invitation_webinaire", "relance", "enquete");
    private static final Odds SHARES = Odds.of(0.84, 0.06, 0.04, 0.03, 0.02, 0.01);
    private static final RawCells SHADOW = RawCells.of("session,opened_mail");

    private final List<RawCells> opened = prefixed("opened_mail,");
    private final List<RawCells> clicked = prefixed("click_mail,");
    private final List<List<RawCells>> campaigns = new ArrayList<>();
    private final Season season;
    private final EventSink sink;
    private final int weekStart;

    MailRows(long seed, Era era, EventSink sink) {
        this.sink = sink;
        season = Season.mails(era);
        weekStart = era.first().getDayOfWeek().getValue() + 1;
        int weeks = (era.last() + weekStart) / WEEK + 1;
        for (int mail = 0; mail < MAILS.size(); mail++) {
            campaigns.add(campaigns(seed, mail, weeks));
        }
    }

    void write(Actor actor, RowPlan plan) throws IOException {
        int opens = plan.of(RowKind.OPEN);
        int clicks = plan.of(RowKind.CLICK);
        int mails = Math.max(opens, clicks > 0 ? 1 : 0);
        for (int mail = 0; mail < mails; mail++) {
            long from = (long) clicks * mail / mails;
            long to = (long) clicks * (mail + 1) / mails;
            mail(actor, mail < opens, mail < plan.of(RowKind.SHADOW), (int) (to - from));
        }
    }

    /** One mail: opened or not, its shadow or not, and the clicks in it. */
    private void mail(Actor actor, boolean opens, boolean shadow, int clicks) throws IOException {
        Dice dice = actor.dice();
        int kind = SHARES.draw(dice);
        long instant = instant(actor, kind);
        RawCells campaign = campaign(kind, instant, dice);
        if (opens) {
            sink.add(actor, opened.get(kind), campaign, instant);
        }
        if (shadow) {
            sink.add(actor, SHADOW, campaign, instant + dice.below(3));
        }
        for (int click = 0; click < clicks; click++) {
            sink.add(actor, clicked.get(kind), campaign, instant + dice.between(5, 600));
        }
    }

    private long instant(Actor actor, int kind) {
        if (kind == ONBOARDING) {
            int first = actor.traits().signUpDay();
            return actor.moment(season, first, Math.min(actor.traits().lastDay(), first + ONBOARDING_DAYS));
        }
        return actor.moment(season);
    }

    /** The newsletter of the week that began on Saturday; the six mails of the onboarding are always the same. */
    private RawCells campaign(int kind, long instant, Dice dice) {
        List<RawCells> sent = campaigns.get(kind);
        int week = (int) (instant / Era.DAY_SECONDS + weekStart) / WEEK;
        if (kind == WEEKLY) {
            return sent.get(week);
        }
        return sent.get(kind == ONBOARDING ? dice.below(Math.min(6, sent.size())) : week / 4);
    }

    private static List<RawCells> campaigns(long seed, int mail, int weeks) {
        Dice dice = Dice.of(seed, Purpose.CAMPAIGN, mail);
        List<RawCells> cells = new ArrayList<>(weeks);
        for (int week = 0; week < weeks; week++) {
            cells.add(RawCells.of(Long.toHexString(dice.next() >>> 24 | 1L << 39)));
        }
        return cells;
    }

    private static List<RawCells> prefixed(String type) {
        return MAILS.stream().map(mail -> RawCells.of(type + mail)).toList();
    }
}

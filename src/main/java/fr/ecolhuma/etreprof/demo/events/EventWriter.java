package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.demo.catalogue.DemoContent;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Permutation;
import fr.ecolhuma.etreprof.demo.chance.Quota;
import fr.ecolhuma.etreprof.demo.people.Actor;
import fr.ecolhuma.etreprof.demo.people.People;
import fr.ecolhuma.etreprof.demo.people.Population;
import fr.ecolhuma.etreprof.demo.people.Taste;
import fr.ecolhuma.etreprof.demo.people.Traits;
import fr.ecolhuma.etreprof.demo.school.Teaching;
import java.io.IOException;
import java.util.List;

/** Writes interactions.csv: user by user in scattered order, the robot's rows between them, all through the sink. */
public final class EventWriter {

    private static final long MOST_OF_ROBOT = 45_834;
    private static final long ROBOT_PART = 20;
    private static final long ROBOT_USERS = 1000;
    private static final int ROBOT_SLICES = 64;

    private final Population population;
    private final People people;
    private final Era era;
    private final long seed;
    private final long rows;

    public EventWriter(Population population, People people, Era era, long seed, long rows) {
        this.population = population;
        this.people = people;
        this.era = era;
        this.seed = seed;
        this.rows = rows;
    }

    public void events(List<DemoContent> catalogue, CsvWriter csv) throws IOException {
        EventCsv file = new EventCsv(csv, era);
        if (rows == 0) {
            return;
        }
        long repeats = EventSink.repeatsAmong(rows);
        EventSink sink = new EventSink(file, seed, era, rows - repeats, repeats);
        new Scribe(catalogue, sink).everyone(rows - repeats);
        sink.drain();
    }

    private long robotRows() {
        return people.known() < ROBOT_USERS - 1 ? 0 : Math.min(MOST_OF_ROBOT, rows / ROBOT_PART);
    }

    /** Walks the population once and hands each plan to the writers of its kinds. */
    private final class Scribe {

        private final MailRows mails;
        private final UseRows contents;
        private final MiscRows misc;

        Scribe(List<DemoContent> catalogue, EventSink sink) {
            mails = new MailRows(seed, era, sink);
            contents = new UseRows(catalogue, era, sink);
            misc = new MiscRows(contents, era, sink);
        }

        void everyone(long own) throws IOException {
            long robotRows = robotRows();
            long robot = robotRows == 0 ? -1 : people.known() / 2;
            long everyone = people.everyone();
            Demand demand = new Demand(population, seed, everyone, robot, own - robotRows);
            Permutation order = Permutation.of(everyone, Dice.of(seed, Purpose.ORDER, 0));
            long stride = Math.max(1, everyone / ROBOT_SLICES);
            Quota slices = new Quota((everyone + stride - 1) / stride, robotRows);
            for (long turn = 0; turn < everyone; turn++) {
                long index = order.of(turn);
                Traits traits = population.traits(index);
                write(index, traits, demand.next(index, traits), 0);
                if (robotRows > 0 && turn % stride == 0) {
                    write(robot, population.traits(robot), RowPlan.robot(slices.take(1)), 1 + turn);
                }
            }
        }

        private void write(long index, Traits traits, RowPlan plan, long part) throws IOException {
            if (plan.rows() == 0) {
                return;
            }
            Dice dice = Dice.of(seed + part, Purpose.EVENTS, index);
            Taste taste =
                    Taste.of(Teaching.of(seed, index), contents.everything(), Dice.of(seed, Purpose.TASTE, index));
            Actor actor = new Actor(people.id(index), traits, taste, dice);
            mails.write(actor, plan);
            contents.write(actor, plan);
            misc.write(actor, plan);
        }
    }
}

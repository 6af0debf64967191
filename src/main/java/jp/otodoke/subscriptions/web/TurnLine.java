package jp.otodoke.subscriptions.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.subscriptions.ComingTurn;
import jp.otodoke.subscriptions.DecidedTurn;
import org.jspecify.annotations.Nullable;

/**
 * The drawn time line: turns past and coming, each where its day lies.
 *
 * @param today where today lies; below 0 or beyond the width if it is not between the turns
 */
record TurnLine(List<Mark> marks, int today, int width) {
    private static final int WIDTH = 960;
    private static final int MARGIN = 72;
    private static final int PAST = 6;
    private static final int COMING = 8;

    /**
     * @param x in the middle of the mark
     * @param level turns close to each other are written on different levels
     */
    record Mark(int turn, LocalDate day, String state, @Nullable String order, int x, int level) {}

    static TurnLine of(List<DecidedTurn> past, List<ComingTurn> coming, LocalDate today) {
        var last = past.subList(Math.max(0, past.size() - PAST), past.size());
        var next = coming.subList(0, Math.min(COMING, coming.size()));
        var days = new ArrayList<LocalDate>();
        last.forEach(turn -> days.add(turn.delivery()));
        next.forEach(turn -> days.add(turn.delivery()));
        if (days.isEmpty()) {
            return new TurnLine(List.of(), -1, WIDTH);
        }
        var first = days.get(0);
        long span = Math.max(1, ChronoUnit.DAYS.between(first, days.get(days.size() - 1)));
        var marks = new ArrayList<Mark>();
        for (var turn : last) {
            marks.add(new Mark(
                    turn.turn(),
                    turn.delivery(),
                    turn.state().name(),
                    turn.order() == null ? null : turn.order().value(),
                    x(first, turn.delivery(), span),
                    marks.size() % 2));
        }
        for (var turn : next) {
            marks.add(new Mark(
                    turn.turn(),
                    turn.delivery(),
                    turn.state().name(),
                    null,
                    x(first, turn.delivery(), span),
                    marks.size() % 2));
        }
        return new TurnLine(marks, x(first, today, span), WIDTH);
    }

    private static int x(LocalDate first, LocalDate day, long span) {
        return MARGIN + (int) (ChronoUnit.DAYS.between(first, day) * (WIDTH - 2 * MARGIN) / span);
    }

    /** Templates ask this. */
    public boolean showsToday() {
        return today >= 0 && today <= width;
    }
}

package jp.otodoke.partners.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Six digits whose year counts within an era that the file doesn't name. It is read as a year of 令和, or of 平成 or
 * the Western calendar if that is closer to the date on which the file is read.
 */
final class EraDate {
    private static final int BEFORE_REIWA = 2018;
    private static final int BEFORE_HEISEI = 1988;
    private static final int CENTURY = 2000;
    private static final long FARTHEST_FUTURE_DAYS = 60;
    private static final long UNAMBIGUOUS_REIWA_DAYS = 3 * 366;

    private EraDate() {}

    static Optional<LocalDate> read(String digits, LocalDate today) {
        if (!digits.matches("\\d{6}")) {
            return Optional.empty();
        }
        var reiwa = date(digits, BEFORE_REIWA);
        if (reiwa.filter(d -> distance(d, today) <= UNAMBIGUOUS_REIWA_DAYS).isPresent()) {
            return reiwa.filter(d -> !tooFar(d, today));
        }
        return IntStream.of(BEFORE_REIWA, BEFORE_HEISEI, CENTURY)
                .mapToObj(before -> date(digits, before))
                .flatMap(Optional::stream)
                .filter(d -> !tooFar(d, today))
                .min(Comparator.comparingLong(d -> distance(d, today)));
    }

    private static boolean tooFar(LocalDate date, LocalDate today) {
        return ChronoUnit.DAYS.between(today, date) > FARTHEST_FUTURE_DAYS;
    }

    private static long distance(LocalDate date, LocalDate today) {
        return Math.abs(ChronoUnit.DAYS.between(today, date));
    }

    private static Optional<LocalDate> date(String digits, int before) {
        try {
            return Optional.of(LocalDate.of(
                    before + Integer.parseInt(digits.substring(0, 2)),
                    Integer.parseInt(digits.substring(2, 4)),
                    Integer.parseInt(digits.substring(4, 6))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}

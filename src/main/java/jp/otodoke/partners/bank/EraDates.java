package jp.otodoke.partners.bank;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The dates of a file, each read once, as a file has few of them. */
final class EraDates {
    private static final int MOST = 1_000;

    private final LocalDate today;
    private final Map<String, Optional<LocalDate>> known = new HashMap<>();

    EraDates(LocalDate today) {
        this.today = today;
    }

    /** @see EraDate#read */
    Optional<LocalDate> read(String digits) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(digits, date -> EraDate.read(date, today));
    }
}

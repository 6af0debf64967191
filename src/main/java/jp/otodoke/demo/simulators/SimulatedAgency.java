package jp.otodoke.demo.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The collecting agency asks the issuers about cards (洗替). Nearly all of them work; those about to expire have a later expiry, some another number. */
@Component("simulatedAgency")
@Simulated
class SimulatedAgency {
    static final String CARD_UPDATE = "ARAIGAE";

    private static final DateTimeFormatter EXPIRES = DateTimeFormatter.ofPattern("uuMM");
    private static final int SOON = 3;
    private static final int LATER = 5;

    /** Of so many cards one has another number. */
    private static final int ANOTHER_NUMBER = 20;

    private static final int FOUR_DIGITS = 10_000;

    private final PartnerFolders folders;
    private final AnswerFiles answers;
    private final BusinessClock clock;

    SimulatedAgency(PartnerFolders folders, AnswerFiles answers, BusinessClock clock) {
        this.folders = folders;
        this.answers = answers;
        this.clock = clock;
    }

    /** Requests that it has not answered. */
    List<Path> unread() {
        return folders.unread(SimulatedPartner.AGENCY).stream()
                .filter(file -> file.getFileName().toString().startsWith(CARD_UPDATE + "_"))
                .toList();
    }

    /** The same request has the same answer. */
    @Transactional
    public void answer(Path file) {
        var lines = new ArrayList<String>();
        for (var line : lines(file)) {
            var cells = line.split(",", -1);
            switch (cells[0]) {
                case "H" -> lines.add(line);
                case "D" -> lines.add(card(cells));
                default -> lines.add("T,%d,%d".formatted(lines.size() - 1, lines.size() - 1));
            }
        }
        if (!lines.isEmpty()) {
            answers.put(SimulatedPartner.AGENCY, CARD_UPDATE, String.join("\r\n", lines) + "\r\n", false);
        }
    }

    private String card(String[] cells) {
        long id = Long.parseLong(cells[1]);
        var last4 = id % ANOTHER_NUMBER == 0 && !cells[3].isEmpty()
                ? "%04d".formatted((Integer.parseInt(cells[3]) + 1) % FOUR_DIGITS)
                : "";
        return String.join(",", "D", cells[1], "0", last4, expires(cells[4]));
    }

    private String expires(String known) {
        if (known.isEmpty()) {
            return "";
        }
        var expires = YearMonth.parse(known, EXPIRES);
        return expires.isBefore(YearMonth.from(clock.today()).plusMonths(SOON))
                ? EXPIRES.format(expires.plusYears(LATER))
                : "";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, SimulatedPartner.AGENCY.charset());
        } catch (NoSuchFileException anotherNodeHasRead) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

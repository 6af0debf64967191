package jp.otodoke.partners.cardupdate;

import static jp.otodoke.partners.cardupdate.CardUpdateField.*;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.CardResult;
import jp.otodoke.payments.SentCardUpdate;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a result as a whole: header, a record for each card of the request, a trailer whose counts agree with them. Anything wrong, and
 * nothing of it is taken.
 */
final class CardUpdateFile {
    /** So many mistakes are told, and no more. */
    private static final int MOST = 100;

    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_CODE = 8;
    private static final int CENTURY = 2000;

    private final CardUpdateCodes codes;
    private final LongFunction<Optional<SentCardUpdate>> sent;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Record> records = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    private CardUpdateFile(CardUpdateCodes codes, LongFunction<Optional<SentCardUpdate>> sent) {
        this.codes = codes;
        this.sent = sent;
    }

    /** @param line where it stands */
    record Record(CardUpdateLine line, CardResult result) {}

    record Content(long update, List<Record> records) {}

    /**
     * @param sent finds the update that a number means
     * @throws CardUpdateRefused with all that is wrong
     */
    static Content read(FileContent content, CardUpdateCodes codes, LongFunction<Optional<SentCardUpdate>> sent) {
        return new CardUpdateFile(codes, sent).content(CardUpdateLines.of(content));
    }

    /** Which update a file says that it answers; empty if it says nothing of the kind. */
    static Optional<CardUpdateLine> header(FileContent content) {
        var first = CardUpdateLines.of(content).get(0);
        return first.is("H") && number(first.text(UPDATE)).isPresent() ? Optional.of(first) : Optional.empty();
    }

    private Content content(List<CardUpdateLine> lines) {
        var first = lines.get(0);
        var last = lines.get(lines.size() - 1);
        var update = header(first);
        if (!last.is("T")) {
            throw new CardUpdateRefused(last.mistake(RECORD, Mistake.REQUIRED, "no-end"), true);
        }
        lines.subList(1, lines.size() - 1).forEach(line -> data(line, update));
        missing(last, update);
        trailer(last, lines.size() - 2);
        if (!mistakes.isEmpty()) {
            throw new CardUpdateRefused(mistakes.stream().limit(MOST).toList(), false);
        }
        return new Content(update.id(), List.copyOf(records));
    }

    private SentCardUpdate header(CardUpdateLine line) {
        if (!line.is("H")) {
            throw wrong(line.mistake(RECORD, Mistake.INVALID, "no-header"));
        }
        refuseWidth(line, HEADER_WIDTH);
        if (!line.text(FILE).equals(KIND)) {
            throw wrong(line.mistake(FILE, Mistake.INVALID, "other-file", KIND));
        }
        var update = number(line.text(UPDATE))
                .flatMap(sent::apply)
                .orElseThrow(() -> wrong(line.mistake(UPDATE, Mistake.UNKNOWN, "unknown-number")));
        if (!update.sent()) {
            throw wrong(line.mistake(UPDATE, "not-sent", "not-sent"));
        }
        var month = CardUpdateRequest.MONTH.format(update.month());
        if (!line.text(MONTH).equals(month)) {
            mistakes.add(line.mistake(MONTH, Mistake.MISMATCH, "other-month", month));
        }
        return update;
    }

    private void data(CardUpdateLine line, SentCardUpdate update) {
        if (!line.is("D")) {
            throw wrong(line.mistake(RECORD, Mistake.INVALID, "record-order"));
        }
        refuseWidth(line, DATA_WIDTH);
        var id = number(line.text(CARD)).orElse(0L);
        var known = update.cards().get(id);
        if (known == null) {
            mistakes.add(line.mistake(CARD, Mistake.UNKNOWN, "not-in-request"));
        } else if (!seen.add(id)) {
            mistakes.add(line.mistake(CARD, "duplicate", "twice"));
        } else {
            result(line, id, update.month()).ifPresent(result -> take(line, result, known));
        }
    }

    private void take(CardUpdateLine line, CardResult result, Optional<CardResult> booked) {
        if (booked.isPresent() && !same(booked.get(), result)) {
            mistakes.add(
                    line.mistake(CODE, "conflict", "not-as-booked", booked.get().code()));
        }
        records.add(new Record(line, result));
    }

    /** The same answer may mean another outcome once what it tells is known. */
    private static boolean same(CardResult booked, CardResult result) {
        return booked.code().equals(result.code())
                && Objects.equals(booked.last4(), result.last4())
                && Objects.equals(booked.expires(), result.expires());
    }

    private Optional<CardResult> result(CardUpdateLine line, long id, YearMonth month) {
        var code = line.text(CODE);
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            mistakes.add(line.mistake(CODE, Mistake.INVALID, "no-code"));
            return Optional.empty();
        }
        var outcome = codes.outcome(code);
        if (outcome != CardOutcome.UNCHANGED) {
            return Optional.of(new CardResult(id, code, outcome, null, null));
        }
        int before = mistakes.size();
        var last4 = last4(line);
        var expires = expires(line, month);
        boolean told = last4 != null || expires != null;
        return mistakes.size() > before
                ? Optional.empty()
                : Optional.of(
                        new CardResult(id, code, told ? CardOutcome.RENEWED : CardOutcome.UNCHANGED, last4, expires));
    }

    private @Nullable String last4(CardUpdateLine line) {
        var text = line.text(LAST4);
        if (!text.isEmpty() && !text.matches("[0-9]{4}")) {
            mistakes.add(line.mistake(LAST4, Mistake.INVALID, "not-four-digits"));
        }
        return text.isEmpty() ? null : text;
    }

    /** A card that the agency calls usable does not end before the month of the question. */
    private @Nullable YearMonth expires(CardUpdateLine line, YearMonth month) {
        var text = line.text(EXPIRES);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var expires = text.matches("[0-9]{4}")
                    ? YearMonth.of(
                            CENTURY + Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(2)))
                    : null;
            if (expires != null && !expires.isBefore(month)) {
                return expires;
            }
            mistakes.add(line.mistake(EXPIRES, Mistake.INVALID, expires == null ? "not-a-month" : "expired"));
        } catch (DateTimeException noMonth) {
            mistakes.add(line.mistake(EXPIRES, Mistake.INVALID, "not-a-month"));
        }
        return null;
    }

    private void missing(CardUpdateLine trailer, SentCardUpdate update) {
        update.cards().keySet().stream()
                .filter(id -> !seen.contains(id))
                .sorted()
                .limit(MOST)
                .forEach(id -> mistakes.add(trailer.mistake(COUNT, "missing", "missing-card", id)));
    }

    private void trailer(CardUpdateLine line, int rows) {
        refuseWidth(line, TRAILER_WIDTH);
        compare(line, COUNT, rows);
        // What can't be read is in no count, and is told already.
        if (records.size() == rows) {
            compare(
                    line,
                    USABLE,
                    records.stream()
                            .filter(record -> codes.outcome(record.result().code()) == CardOutcome.UNCHANGED)
                            .count());
        }
    }

    private void compare(CardUpdateLine line, CardUpdateField field, long counted) {
        if (number(line.text(field)).filter(stated -> stated == counted).isEmpty()) {
            mistakes.add(line.mistake(field, Mistake.MISMATCH, "total", counted));
        }
    }

    /** What was found before is told, too. */
    private void refuseWidth(CardUpdateLine line, int width) {
        if (line.width() != width) {
            throw wrong(line.mistake(RECORD, "length", "width", line.width(), width));
        }
    }

    private CardUpdateRefused wrong(Mistake mistake) {
        return new CardUpdateRefused(
                Stream.concat(mistakes.stream().limit(MOST), Stream.of(mistake)).toList(), false);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1," + LONGEST_NUMBER + "}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

package jp.otodoke.partners.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;

/**
 * A party with whom messages are exchanged: one bean of the module that knows the partner's files or calls.
 *
 * @param code identifies the partner in folders, settings, routes, tables and pages; the text {@code
 *     partner.<code>} is its name
 * @param place its position among the others on pages
 * @param sftp whether files are exchanged through the folders {@code in} and {@code out} of an SFTP server
 * @param receives the types of file that the partner places into {@code in}
 * @param sends the types of file that are made for it from rows of the outbox
 * @param calls the kinds of outbox rows that are sent to it one by one
 * @param timetable what it sends on a schedule in a new installation; managers change it
 * @param awaited what open work waits for from a partner that sends when something has happened
 */
public record Partner(
        String code,
        int place,
        boolean sftp,
        List<FileFormat<?>> receives,
        List<OutgoingFormat> sends,
        List<OutgoingCall> calls,
        List<ExpectedFile> timetable,
        Supplier<Optional<BilingualText>> awaited) {
    public Partner {
        if (!code.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("Not a partner's code: " + code);
        }
        var others = Stream.of(
                        receives.stream().map(FileFormat::partner),
                        sends.stream().map(OutgoingFormat::partner),
                        calls.stream().map(OutgoingCall::partner))
                .flatMap(codes -> codes)
                .filter(other -> !other.equals(code))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("The partner " + code + " has formats of " + others);
        }
        receives = List.copyOf(receives);
        sends = List.copyOf(sends);
        calls = List.copyOf(calls);
        timetable = List.copyOf(timetable);
    }

    /** A partner that exchanges files through an SFTP server. */
    public static Partner bySftp(String code, int place) {
        return new Partner(code, place, true, List.of(), List.of(), List.of(), List.of(), Optional::empty);
    }

    /** A partner that is called or written to directly. */
    public static Partner byCall(String code, int place, OutgoingCall call) {
        return new Partner(code, place, false, List.of(), List.of(), List.of(call), List.of(), Optional::empty);
    }

    public Partner receiving(List<? extends FileFormat<?>> formats) {
        return new Partner(code, place, sftp, List.copyOf(formats), sends, calls, timetable, awaited);
    }

    public Partner sending(List<? extends OutgoingFormat> formats) {
        return new Partner(code, place, sftp, receives, List.copyOf(formats), calls, timetable, awaited);
    }

    public Partner expecting(ExpectedFile file) {
        var more = new ArrayList<>(timetable);
        more.add(file);
        return new Partner(code, place, sftp, receives, sends, calls, more, awaited);
    }

    /** @param what empty while nothing is open */
    public Partner awaiting(Supplier<Optional<BilingualText>> what) {
        return new Partner(code, place, sftp, receives, sends, calls, timetable, what);
    }

    /** The prefix of its environment variables. */
    public String variable() {
        return "OTODOKE_" + code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

package jp.otodoke.partners.bank;

import static jp.otodoke.partners.bank.DebitLayout.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jp.otodoke.payments.DebitOutcome;
import jp.otodoke.payments.DebitResult;
import jp.otodoke.payments.SentDirectDebit;
import jp.otodoke.payments.SentDirectDebit.Claim;

/** Compares the records of a result with the claims of the request: each comes back once, with its amount, and none is missing. */
final class DebitMatch {
    private static final String MISMATCH = "mismatch";
    private static final int MOST_MISSING = 100;

    private final DebitAgency agency;
    private final String consignorCode;
    private final boolean done;
    private final Map<String, Claim> sent = new HashMap<>();
    private final List<DebitResult> results = new ArrayList<>();
    private final List<ZenginProblem> problems = new ArrayList<>();

    private DebitMatch(DebitAgency agency, String consignorCode, SentDirectDebit cycle) {
        this.agency = agency;
        this.consignorCode = consignorCode;
        this.done = cycle.done();
        cycle.claims().forEach(claim -> sent.put(key(claim), claim));
    }

    /** @throws ZenginRefused with all that is wrong in the file */
    static List<DebitResult> match(
            DebitResultFile.Content file, DebitAgency agency, String consignorCode, SentDirectDebit cycle) {
        var match = new DebitMatch(agency, consignorCode, cycle);
        match.problems.addAll(file.problems());
        match.match(file.rows());
        match.missing(file.trailer(), cycle.claims(), file.rows());
        if (!match.problems.isEmpty()) {
            throw new ZenginRefused(match.problems);
        }
        return match.results;
    }

    private void match(List<DebitRow> rows) {
        var seen = new HashSet<String>();
        for (var row : rows) {
            var claim = sent.get(row.key());
            if (claim == null) {
                refuse(row, CUSTOMER_NUMBER, "unknown", "not-in-request", row.key());
            } else if (!seen.add(row.key())) {
                refuse(row, CUSTOMER_NUMBER, "duplicate", "twice", row.key());
            } else if (claim.amount().amount() != row.amount()) {
                refuse(
                        row,
                        AMOUNT,
                        MISMATCH,
                        "not-as-sent",
                        String.valueOf(row.amount()),
                        String.valueOf(claim.amount().amount()));
            } else if (done && !row.code().equals(claim.resultCode())) {
                refuse(row, RESULT_CODE, "conflict", "not-as-booked", row.code(), String.valueOf(claim.resultCode()));
            } else {
                results.add(new DebitResult(claim.id(), row.code(), row.outcome()));
            }
        }
    }

    private void missing(int trailer, List<Claim> claims, List<DebitRow> rows) {
        var found = new HashSet<String>();
        rows.forEach(row -> found.add(row.key()));
        var absent =
                claims.stream().filter(claim -> !found.contains(key(claim))).toList();
        if (agency.failedOnly()) {
            absent.forEach(claim -> collected(trailer, claim));
            return;
        }
        absent.stream()
                .map(this::key)
                .limit(MOST_MISSING)
                .forEach(
                        key -> problems.add(ZenginProblem.of(trailer, CUSTOMER_NUMBER, "missing", "missing-row", key)));
    }

    /** The agency has nothing to say about it. */
    private void collected(int trailer, Claim claim) {
        if (done && !DebitAgency.COLLECTED.equals(claim.resultCode())) {
            problems.add(ZenginProblem.of(
                    trailer,
                    RESULT_CODE,
                    "conflict",
                    "not-as-booked",
                    DebitAgency.COLLECTED,
                    String.valueOf(claim.resultCode())));
        } else {
            results.add(new DebitResult(claim.id(), DebitAgency.COLLECTED, DebitOutcome.COLLECTED));
        }
    }

    private void refuse(DebitRow row, RecordField field, String code, String reason, String... more) {
        problems.add(ZenginProblem.of(row.record(), field, code, reason, more));
    }

    private String key(Claim claim) {
        return DebitAgency.filled(agency.claimKey(consignorCode, claim.id()));
    }
}

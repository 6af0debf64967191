package jp.otodoke.partners.convenience;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.payments.SlipBarcode;
import jp.otodoke.payments.SlipIssuer;
import jp.otodoke.payments.SlipNotice;
import jp.otodoke.payments.UnreadableBarcode;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** Reads one row: every field is checked, and every mistake is named. */
final class DskRow {
    private static final String PREFIX = "EAN";

    private final CsvRow row;
    private final DskFields fields;
    private final Optional<SlipIssuer> issuer;
    private final LocalDate today;

    /** @param issuer in whose name our slips are issued; empty without a contract */
    DskRow(CsvRow row, Optional<SlipIssuer> issuer, LocalDate today) {
        this.row = row;
        this.fields = new DskFields(row);
        this.issuer = issuer;
        this.today = today;
    }

    FileRecord<SlipNotice> read() {
        var kind = kind();
        var paidOn = paidOn();
        var paidAt = fields.time(DskColumn.PAID_AT);
        var barcode = barcode();
        stamp();
        long amount = fields.amount(DskColumn.AMOUNT);
        var transferOn = kind != null && kind.tellsTransfer() ? fields.day(DskColumn.TRANSFER_ON) : null;
        fields.day(DskColumn.MADE_ON);
        var references =
                barcode == null ? Set.<String>of() : Set.of(barcode.number().value());
        return kind == null
                        || paidOn == null
                        || paidAt == null
                        || barcode == null
                        || !fields.mistakes().isEmpty()
                ? FileRecord.bad(row.line(), row.raw(), fields.mistakes(), references)
                : FileRecord.good(
                        row.line(), row.raw(), notice(kind, paidOn, paidAt, barcode, amount, transferOn), references);
    }

    private SlipNotice notice(
            DskKind kind,
            LocalDate paidOn,
            LocalTime paidAt,
            SlipBarcode barcode,
            long amount,
            @Nullable LocalDate transferOn) {
        return new SlipNotice(
                kind.kind(),
                barcode.number(),
                paidOn.atTime(paidAt).atZone(BusinessClock.TOKYO).toInstant(),
                Yen.of(amount),
                fields.text(DskColumn.STORE),
                transferOn,
                row.line());
    }

    private @Nullable DskKind kind() {
        var kind = DskKind.of(fields.text(DskColumn.KIND));
        if (kind.isEmpty()) {
            fields.mistake(DskColumn.KIND, 0, "unknown-kind");
        }
        return kind.orElse(null);
    }

    /** The agency's clock may be ahead of ours, but not by days. */
    private @Nullable LocalDate paidOn() {
        var day = fields.day(DskColumn.PAID_ON);
        if (day != null && day.isAfter(today.plusDays(1))) {
            fields.mistake(DskColumn.PAID_ON, 0, "in-the-future");
        }
        return day;
    }

    private void stamp() {
        if (!fields.text(DskColumn.STAMP).matches("[01]")) {
            fields.mistake(DskColumn.STAMP, 0, "not-a-flag");
        }
    }

    private @Nullable SlipBarcode barcode() {
        var text = fields.text(DskColumn.BARCODE);
        int prefix = text.startsWith(PREFIX) ? PREFIX.length() : 0;
        try {
            var barcode = SlipBarcode.of(text.substring(prefix));
            if (issuer.isEmpty() || !issuer.get().code().equals(barcode.issuer().code())) {
                fields.mistake(DskColumn.BARCODE, prefix + 2, "barcode.issuer");
            } else if (!issuer.get().equals(barcode.issuer())) {
                fields.mistake(DskColumn.BARCODE, prefix + 8, "barcode.company");
            }
            return barcode;
        } catch (UnreadableBarcode wrong) {
            fields.mistake(DskColumn.BARCODE, prefix + wrong.position() - 1, "barcode." + wrong.reason());
            return null;
        }
    }
}

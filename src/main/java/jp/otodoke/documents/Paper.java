package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.payments.Gs1Barcode;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a document besides who issues it, its number and the day of issue.
 *
 * @param date of the transaction
 * @param total with tax; zero where no amounts are shown
 * @param rates by tax rate, the lowest first
 * @param details what only this kind has; null for none
 */
record Paper(
        Addressee addressee,
        LocalDate date,
        List<Fact> facts,
        List<Item> items,
        List<Rate> rates,
        Yen total,
        @Nullable Details details) {

    /** @param address null where it is handed over or sent by mail */
    record Addressee(String name, @Nullable Address address) {}

    /**
     * A line of the head.
     *
     * @param label message key
     */
    record Fact(String label, String value) {}

    /**
     * A row of the table.
     *
     * @param code empty for charges
     * @param quantity null for charges
     * @param unitPrice null for charges
     * @param amount with tax, negative for a reduction
     * @param rate per cent; null for a reduction, which is spread over the rates
     * @param reduced whether it is subject to the reduced rate
     */
    record Item(
            String name,
            String code,
            @Nullable Integer quantity,
            @Nullable Yen unitPrice,
            Yen amount,
            @Nullable Integer rate,
            boolean reduced) {}

    /** @param reduced whether it is the reduced rate */
    record Rate(int percent, Yen amount, Yen tax, boolean reduced) {}

    /** What one kind of document has besides. */
    sealed interface Details {}

    /**
     * @param proviso 但し書き
     * @param byCard whether a part of it was paid by card, for which no money was received
     * @param stamp whether a revenue stamp is needed on paper
     */
    record ReceiptDetails(String proviso, List<Part> parts, boolean byCard, boolean stamp) implements Details {}

    /** What was paid in one way. */
    record Part(String method, Yen amount) {}

    /** @param opening what was owed at the beginning; negative for money in advance */
    record StatementDetails(LocalDate from, LocalDate to, Yen opening, List<Entry> entries, Yen closing)
            implements Details {}

    /** @param owed by which amount more is owed, negative for payments */
    record Entry(LocalDate date, String about, String what, Yen owed, Yen balance) {}

    /**
     * @param number of the statement, to be told with the transfer
     * @param due by when it is to be paid
     * @param previous what the statement before asked for
     * @param received what was paid since
     * @param sales what this one adds, with tax
     * @param tax in the sales
     * @param account of the customer's own, to which it is paid; null for the issuer's account
     */
    record StatementInvoiceDetails(
            String number,
            LocalDate due,
            Yen previous,
            Yen received,
            Yen sales,
            Yen tax,
            List<Sold> lines,
            @Nullable String account)
            implements Details {
        /** 繰越額 */
        public Yen carried() {
            return previous.minus(received);
        }
    }

    /** A row of what was sold, with its order. */
    record Sold(LocalDate date, String order, Item item) {}

    /** @param barcode of the slip */
    record SlipDetails(Gs1Barcode barcode, LocalDate due, boolean stamp) implements Details {}

    /** @param count how many reminders there are with this one */
    record ReminderDetails(LocalDate due, int count) implements Details {}

    List<TaxShare> taxes() {
        return rates.stream()
                .map(rate -> new TaxShare(rate.percent(), rate.amount(), rate.tax()))
                .toList();
    }

    /** Whether the mark of reduced items needs its explanation. */
    public boolean anyReduced() {
        return items.stream().anyMatch(Item::reduced) || rates.stream().anyMatch(Rate::reduced);
    }
}

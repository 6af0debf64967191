package jp.otodoke.payments.accounting.web;

import java.util.List;
import jp.otodoke.payments.accounting.AccountEntry;
import jp.otodoke.payments.accounting.AccountPlace;
import jp.otodoke.payments.accounting.CustomerAccount;
import jp.otodoke.payments.accounting.CustomerAccount.Period;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page of a customer's account, from row to row, so that a page far behind costs what the first one does.
 *
 * @param previous the page before it, as in an address; null if there is none
 * @param next the same of the page behind it
 */
record AccountPart(List<AccountEntry> entries, @Nullable String previous, @Nullable String next) {
    private static final String BEFORE = "~";
    private static final String LAST = "last";

    /** @param page as in an address; the first one if it can't be read, or nothing is there */
    static AccountPart of(CustomerAccount account, Period period, String page, int size) {
        if (page.equals(LAST)) {
            return before(account.before(period, null, size + 1), size, false);
        }
        var part = page.startsWith(BEFORE)
                ? AccountPlace.read(page.substring(BEFORE.length()))
                        .map(place -> before(account.before(period, place, size + 1), size, true))
                : AccountPlace.read(page).map(place -> after(account.after(period, place, size + 1), size, true));
        return part.filter(found -> !found.entries().isEmpty())
                .orElseGet(() -> after(account.after(period, null, size + 1), size, false));
    }

    private static AccountPart after(List<AccountEntry> found, int size, boolean earlier) {
        var more = found.size() > size;
        var shown = more ? found.subList(0, size) : found;
        return shown.isEmpty()
                ? new AccountPart(shown, null, null)
                : new AccountPart(
                        shown,
                        earlier ? BEFORE + shown.get(0).place().written() : null,
                        more ? shown.get(shown.size() - 1).place().written() : null);
    }

    private static AccountPart before(List<AccountEntry> found, int size, boolean later) {
        var more = found.size() > size;
        var shown = more ? found.subList(1, found.size()) : found;
        return shown.isEmpty()
                ? new AccountPart(shown, null, null)
                : new AccountPart(
                        shown,
                        more ? BEFORE + shown.get(0).place().written() : null,
                        later ? shown.get(shown.size() - 1).place().written() : null);
    }
}

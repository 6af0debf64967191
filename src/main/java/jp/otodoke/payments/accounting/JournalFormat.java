package jp.otodoke.payments.accounting;

import java.time.YearMonth;
import java.util.List;
import jp.otodoke.payments.accounting.JournalAccounts.JournalAccount;

/** How the journal is written for an accounting software. A bean for each; its id is the {@code format} of the export. */
public interface JournalFormat {
    String id();

    /** The same bytes for the same lines and accounts. */
    byte[] write(YearMonth month, List<JournalLine> lines, List<JournalAccount> accounts);
}

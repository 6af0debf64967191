package jp.otodoke.partners.bank;

import java.util.List;
import java.util.Optional;

/** The layout of one 種別 within the common frame of header, data, trailer and end. */
interface ZenginLayout {
    /** Its name in uploads. */
    String code();

    /** 種別コード. */
    String businessType();

    /** The receiving account named by the header. */
    String account(ZenginRecord header);

    /** The transfer of a data record; empty if it is about something else. */
    Optional<BankRow> row(ZenginRecord data, String account, EraDates dates);

    /** For the data records of an account. */
    AccountTotals totals();

    /** Compares the end record with the whole file. */
    default List<ZenginProblem> endProblems(ZenginRecord end, int records, int accounts) {
        return List.of();
    }
}

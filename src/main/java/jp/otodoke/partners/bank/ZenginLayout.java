package jp.otodoke.partners.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How one 種別 is laid out within the common frame of header, data, trailer and end. */
interface ZenginLayout {
    /** How uploads call it. */
    String code();

    /** 種別コード. */
    String businessType();

    /** Our account that the header is about. */
    String account(ZenginRecord header);

    /** The transfer of a data record; empty where it is about something else. */
    Optional<BankRow> row(ZenginRecord data, String account, LocalDate today);

    /** Compares a trailer with the data records of its account. */
    List<ZenginProblem> trailerProblems(ZenginRecord trailer, List<ZenginRecord> data);

    /** Compares the end record with the whole file. */
    default List<ZenginProblem> endProblems(ZenginRecord end, int records, int accounts) {
        return List.of();
    }
}

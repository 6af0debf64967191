package jp.otodoke.partners.bank;

import java.util.List;

/** Adds up the data records of an account, to be compared with its trailer. */
interface AccountTotals {
    /** @throws ZenginRefused if an amount can't be read */
    void add(ZenginRecord data);

    List<ZenginProblem> problems(ZenginRecord trailer);
}

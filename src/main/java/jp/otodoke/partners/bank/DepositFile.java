package jp.otodoke.partners.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.partners.bank.ZenginFile.Content;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;

/** The deposits of a file, each with a reference that stays the same whenever the bank reports it again. */
final class DepositFile {
    private DepositFile() {}

    static List<NewDeposit> deposits(Content content) {
        Map<String, Integer> occurrences = new HashMap<>();
        List<NewDeposit> deposits = new ArrayList<>();
        for (var row : content.rows()) {
            int nth = occurrences.merge(row.identity(), 1, Integer::sum);
            deposits.add(new NewDeposit(
                    row.identity() + "#" + nth,
                    row.date(),
                    Yen.of(row.amount()),
                    row.remitterKana(),
                    TextNormalizer.orNull(row.remitterCode()),
                    row.record(),
                    row.cancel(),
                    row.inquiryNumber()));
        }
        return deposits;
    }
}

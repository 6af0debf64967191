package jp.otodoke.payments;

import java.util.LinkedHashMap;
import java.util.List;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of what a bank reports what is new. */
@Component
class FreshDeposits {
    private final JdbcClient jdbc;
    private final DepositRows rows;
    private final VirtualAccounts virtualAccounts;

    FreshDeposits(JdbcClient jdbc, DepositRows rows, VirtualAccounts virtualAccounts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.virtualAccounts = virtualAccounts;
    }

    /** Those that are not known yet, each once, with the ids that they get. */
    List<ReportedDeposit> of(List<NewDeposit> deposits) {
        var byReference = new LinkedHashMap<String, NewDeposit>();
        deposits.forEach(deposit -> byReference.putIfAbsent(deposit.bankReference(), deposit));
        byReference.keySet().removeAll(rows.known(byReference.keySet()));
        if (anyEntryByHand()) {
            byReference.values().removeIf(this::identifiesEntryByHand);
        }
        var ids = rows.nextIds(byReference.size()).iterator();
        return byReference.values().stream()
                .map(deposit -> reported(ids.next(), deposit))
                .toList();
    }

    private ReportedDeposit reported(long id, NewDeposit deposit) {
        var open = new RemittedDeposit(
                id,
                deposit.amount(),
                deposit.remitter(),
                virtualAccounts.of(deposit.account(), deposit.remitterCode()));
        return new ReportedDeposit(id, deposit, open);
    }

    /** Whether the bank takes anything back, or any of them were taken back by a file that came before. */
    boolean anyReversed(List<ReportedDeposit> fresh) {
        return fresh.stream().anyMatch(deposit -> deposit.reported().cancel()) || anyReversedBefore(fresh);
    }

    private boolean anyReversedBefore(List<ReportedDeposit> fresh) {
        return jdbc.sql(
                        """
                        select exists (select 1 from unnest(:inquiries::text[]) i(number)
                                         join deposit r on r.inquiry_number = i.number and r.amount < 0)
                        """)
                .param(
                        "inquiries",
                        fresh.stream()
                                .map(deposit -> deposit.reported().inquiryNumber())
                                .toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    boolean anyEntryByHand() {
        return jdbc.sql("select exists (select 1 from deposit where bank_reference like 'by-hand:%')")
                .query(Boolean.class)
                .single();
    }

    /** What a person has recorded from the statement gets the bank's reference once the bank reports it. */
    private boolean identifiesEntryByHand(NewDeposit deposit) {
        var byHand = RecordDepositByHand.reference(deposit.postingDate(), deposit.amount(), deposit.remitterKana());
        return !deposit.cancel()
                && !deposit.bankReference().equals(byHand)
                && jdbc.sql(
                                        """
                                        update deposit set bank_reference = :reference, remitter_code = :code, inquiry_number = :inquiry
                                         where bank_reference = :byHand
                                           and not exists (select 1 from deposit where bank_reference = :reference)
                                        """)
                                .param("reference", deposit.bankReference())
                                .param("code", TextNormalizer.orNull(deposit.remitterCode()))
                                .param("inquiry", deposit.inquiryNumber())
                                .param("byHand", byHand)
                                .update()
                        == 1;
    }
}

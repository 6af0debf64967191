package jp.otodoke.payments;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.DepositProposals.Proposal;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what a deposit pays by what its remitter wrote: a number, a name, or both. Where number and name
 * point to different ones, or a short number that may as well be a date stands beside a stranger's name, the deposit
 * is doubtful and belongs to none.
 */
@Component
class FindRemitterReceivable {
    /** Percent of a name that has to agree: one kana of seven may differ. */
    private static final int SIMILAR = 85;

    private static final int OTHER_AMOUNT_CONFIDENCE = 80;

    private final JdbcClient jdbc;

    FindRemitterReceivable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Found find(Deposit deposit) {
        var remitter = deposit.remitterKana();
        var claims = claims(deposit);
        var numbered =
                claims.stream().filter(claim -> claim.isNumberedBy(remitter)).toList();
        if (numbered.isEmpty()) {
            return byName(deposit, claims);
        }
        var named = named(remitter, claims);
        var exact = numbered.stream().filter(Claim::exact).toList();
        var meant = exact.size() == 1
                ? exact
                : exact.stream().filter(named::contains).toList();
        if (meant.size() == 1 && agrees(meant.get(0), numbered, named, remitter)) {
            return Found.certain(meant.get(0));
        }
        return numbered.size() == 1 && exact.isEmpty() && named.isEmpty()
                ? otherAmount(numbered.get(0), deposit)
                : Found.doubtful(Stream.concat(numbered.stream(), named.stream()));
    }

    private static boolean agrees(Claim order, List<Claim> numbered, List<Claim> named, String remitter) {
        return numbered.stream().allMatch(order::sharesNumberWith)
                && (named.isEmpty() ? order.isBeyondDoubt(remitter) : named.contains(order));
    }

    /** A name that is all the remitter wrote beside figures counts more than one that is a part of it. */
    private static List<Claim> named(String remitter, List<Claim> claims) {
        var mentioned = claims.stream()
                .filter(claim -> claim.exact() && RemitterName.mentions(remitter, claim.payerKana()))
                .toList();
        var same = mentioned.stream()
                .filter(claim -> RemitterName.key(claim.payerKana()).equals(RemitterName.key(remitter)))
                .toList();
        return same.isEmpty() ? mentioned : same;
    }

    private static Found byName(Deposit deposit, List<Claim> claims) {
        var key = RemitterName.key(deposit.remitterKana());
        var same = claims.stream()
                .filter(claim -> claim.exact()
                        && claim.method() == PaymentMethod.BANK_TRANSFER
                        && !claim.payerKana().isEmpty()
                        && RemitterName.key(claim.payerKana()).equals(key))
                .toList();
        return same.size() == 1 ? Found.certain(same.get(0)) : similar(deposit, claims);
    }

    /** Its number, but another amount: a part of what is owed, or more. Nothing speaks for it if it is paid already. */
    private static Found otherAmount(Claim numbered, Deposit deposit) {
        var contradicted = !RemitterName.key(deposit.remitterKana()).isEmpty()
                && !numbered.payerKana().isBlank()
                && SimilarName.percent(deposit.remitterKana(), numbered.payerKana()) < SIMILAR;
        return contradicted || !numbered.open().isPositive() || !MatchDeposits.BY_TRANSFER.contains(numbered.method())
                ? Found.NONE
                : Found.proposed(new Proposal(
                        numbered.number(),
                        deposit.remaining().min(numbered.open()),
                        DepositProposals.Reason.OTHER_AMOUNT,
                        OTHER_AMOUNT_CONFIDENCE));
    }

    /** The exact amount, and the only name that is almost the remitter's. */
    private static Found similar(Deposit deposit, List<Claim> claims) {
        var alike = claims.stream()
                .filter(claim ->
                        claim.exact() && SimilarName.percent(deposit.remitterKana(), claim.payerKana()) >= SIMILAR)
                .toList();
        return alike.size() == 1
                ? Found.proposed(new Proposal(
                        alike.get(0).number(),
                        deposit.remaining(),
                        DepositProposals.Reason.SIMILAR_NAME,
                        Math.min(
                                99,
                                SimilarName.percent(
                                        deposit.remitterKana(), alike.get(0).payerKana()))))
                : Found.NONE;
    }

    /** What the provider of 後払い bills is left out: what is unpaid of the deposit's amount, and what is named by a number that is hardly a figure by chance, whatever is open. */
    private List<Claim> claims(Deposit deposit) {
        return jdbc.sql(
                        """
                        with expected as (
                            select p.number from receivable p
                             where p.status in ('PENDING', 'PARTLY_PAID') and p.charged > p.paid
                               and p.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT')
                               and p.charged - p.paid = :amount),
                        named as (
                            select unnest(:numbers::text[]) as number
                            union
                            select order_number from orders_order_view where channel_order_id = any(:figures::text[]))
                        select p.number, o.channel_order_id, coalesce(o.buyer_kana, k.kana, '') as payer_kana, p.method,
                               p.charged - p.paid as open,
                               p.number in (select number from expected) as exact
                          from (select number from expected union select number from named) c
                          join receivable p on p.number = c.number
                          left join orders_order_view o on o.order_number = p.number
                          left join customers_customer_view k on p.kind <> 'ORDER' and k.number = p.customer_number
                         where not exists (select 1 from deferred_transaction t where t.own_id = p.transaction_no)
                         order by p.number
                        """)
                .param("amount", deposit.remaining().amount())
                .param(
                        "numbers",
                        RemitterName.numbers(deposit.remitterKana()).stream()
                                .map(ReceivableNumber::value)
                                .toArray(String[]::new))
                .param(
                        "figures",
                        RemitterName.figures(deposit.remitterKana()).stream()
                                .filter(Claim::isUnmistakable)
                                .toArray(String[]::new))
                .query((row, n) -> new Claim(
                        ReceivableNumber.of(row.getString("number")),
                        row.getString("channel_order_id"),
                        row.getString("payer_kana"),
                        PaymentMethod.valueOf(row.getString("method")),
                        Yen.of(row.getLong("open")),
                        row.getBoolean("exact")))
                .list();
    }

    /** @param exact whether a transfer of exactly the deposit's amount is expected */
    private record Claim(
            ReceivableNumber number,
            @Nullable String channelOrderId,
            String payerKana,
            PaymentMethod method,
            Yen open,
            boolean exact) {
        static boolean isUnmistakable(String number) {
            return number.length() >= RemitterName.UNMISTAKABLE;
        }

        /** The short number of an order with another amount is a figure like any other. */
        boolean isNumberedBy(String remitter) {
            return RemitterName.numbers(remitter).contains(number)
                    || channelOrderId != null
                            && (exact || isUnmistakable(channelOrderId))
                            && RemitterName.figures(remitter).contains(channelOrderId);
        }

        /** Two shops may count alike; then the amount or the name tells which of them is meant. */
        boolean sharesNumberWith(Claim other) {
            return equals(other) || channelOrderId != null && channelOrderId.equals(other.channelOrderId);
        }

        /** Whether the number alone is enough: it is long, or there is no name that could contradict it. */
        boolean isBeyondDoubt(String remitter) {
            return RemitterName.numbers(remitter).contains(number)
                    || channelOrderId != null && isUnmistakable(channelOrderId)
                    || payerKana.isBlank()
                    || RemitterName.key(remitter).isEmpty();
        }
    }

    /**
     * @param receivable null if none is certain
     * @param doubtful to what number and name point, where they do not agree
     * @param proposal what it probably is; null if something is certain, or nothing likely
     */
    record Found(@Nullable ReceivableNumber receivable, List<ReceivableNumber> doubtful, @Nullable Proposal proposal) {
        static final Found NONE = new Found(null, List.of(), null);

        static Found proposed(Proposal proposal) {
            return new Found(null, List.of(), proposal);
        }

        static Found certain(Claim claim) {
            return new Found(claim.number(), List.of(), null);
        }

        static Found doubtful(Stream<Claim> claims) {
            return new Found(null, claims.map(Claim::number).distinct().toList(), null);
        }
    }
}

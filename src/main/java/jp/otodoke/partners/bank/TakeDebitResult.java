package jp.otodoke.partners.bank;

import java.util.List;
import java.util.Optional;
import jp.otodoke.payments.BookDirectDebit;
import jp.otodoke.payments.DebitResult;
import jp.otodoke.payments.SentDirectDebit;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidFile;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the agency's result of a cycle of direct debits: all of it, or nothing of a file that is not right. */
@Component
public class TakeDebitResult {
    /** A quarter of a million claims. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final BookDirectDebit bookDirectDebit;
    private final DebitSettings settings;

    TakeDebitResult(BookDirectDebit bookDirectDebit, DebitSettings settings) {
        this.bookDirectDebit = bookDirectDebit;
        this.settings = settings;
    }

    /**
     * The same result again changes nothing.
     *
     * @throws InvalidFile with all that is wrong in the file
     * @throws InvalidInput if the request has not been handed over
     * @throws Refusal if there is no such cycle
     */
    @Transactional
    public void take(long id, String fileName, FileContent content) {
        var bytes = bytes(content);
        bookDirectDebit.book(id, new BookDirectDebit.File(fileName, content.sha256()), sent -> read(bytes, sent));
    }

    private static byte[] bytes(FileContent content) {
        if (content.size() > MOST_BYTES) {
            throw new InvalidInput("file", "too-large", BilingualText.of("bank.debit.problem.too-large"));
        }
        return content.bytes();
    }

    private List<DebitResult> read(byte[] bytes, Optional<SentDirectDebit> sent) {
        var cycle = sent.orElseThrow(
                () -> new InvalidInput("file", "not-sent", BilingualText.of("bank.debit.problem.not-sent")));
        var agency = settings.agency(cycle.agency());
        var request = agency.header(cycle.request());
        try {
            return DebitMatch.match(
                    DebitResultFile.read(bytes, agency, request),
                    agency,
                    request == null ? "" : request.text(DebitLayout.CONSIGNOR_CODE),
                    cycle);
        } catch (ZenginRefused refused) {
            var problems = refused.problems().stream().map(agency::placed).toList();
            throw new InvalidFile(BankTexts.fieldProblems(problems), BankTexts.places(problems));
        }
    }
}

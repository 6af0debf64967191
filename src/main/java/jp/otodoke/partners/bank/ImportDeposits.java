package jp.otodoke.partners.bank;

import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.partners.bank.ZenginFile.Content;
import jp.otodoke.partners.exchange.MessageLog;
import jp.otodoke.partners.exchange.MessageSubject;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Books the deposits of an uploaded file: refused whole when it doesn't add up, each transfer once. */
@Component
public class ImportDeposits {
    private static final int CHUNK = 100;

    private final List<ZenginLayout> layouts;
    private final RecordDeposits recordDeposits;
    private final MessageLog messages;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    ImportDeposits(
            List<ZenginLayout> layouts,
            RecordDeposits recordDeposits,
            MessageLog messages,
            Inbox inbox,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.layouts = layouts;
        this.recordDeposits = recordDeposits;
        this.messages = messages;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws InvalidInput when the file can't be taken as a whole */
    public DepositReport importFile(String format, String fileName, byte[] bytes) {
        var content = read(layout(format), bytes);
        keep(fileName, bytes, content);
        var deposits = DepositFile.deposits(content);
        int created = 0;
        for (int from = 0; from < deposits.size(); from += CHUNK) {
            created += book(fileName, deposits.subList(from, Math.min(from + CHUNK, deposits.size())));
        }
        int rejected = content.rejected().size();
        return new DepositReport(
                deposits.size() + rejected,
                created,
                deposits.size() - created,
                rejected,
                content.rejected().stream()
                        .map(p -> new DepositReport.Mistake(
                                p.record(),
                                p.position(),
                                p.field(),
                                p.code(),
                                BankTexts.of(p).in(LocaleContextHolder.getLocale())))
                        .toList());
    }

    private ZenginLayout layout(String format) {
        return layouts.stream()
                .filter(layout -> layout.code().equals(format))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "format",
                        format.isBlank() ? "required" : "unknown",
                        BilingualText.of(
                                "bank.import.unknown-format",
                                String.join(
                                        ", ",
                                        layouts.stream()
                                                .map(ZenginLayout::code)
                                                .sorted()
                                                .toList()))));
    }

    private Content read(ZenginLayout layout, byte[] bytes) {
        try {
            return ZenginFile.read(layout, bytes, clock.today());
        } catch (ZenginRefused refused) {
            throw new InvalidInput(BankTexts.fieldProblems(refused.problems()));
        }
    }

    private void keep(String fileName, byte[] bytes, Content content) {
        transaction.executeWithoutResult(status -> {
            long message = messages.received("bank", "DEPOSITS", fileName, bytes, List.of());
            content.rejected().forEach(problem -> tell(message, fileName, problem, content));
        });
    }

    private void tell(long message, String fileName, ZenginProblem problem, Content content) {
        inbox.open(NewTask.of(
                "bank-row-rejected",
                "bank-row-rejected:" + message + ":" + problem.record(),
                MessageSubject.of(message),
                new TaskReason(
                        rejected(fileName, problem, content.raw(problem.record())),
                        rejected(fileName, problem, Masking.raw(content.raw(problem.record()))))));
    }

    private BilingualText rejected(String fileName, ZenginProblem problem, String record) {
        return BilingualText.of("bank.task.rejected", fileName, BankTexts.withPlace(problem), record);
    }

    private int book(String fileName, List<NewDeposit> deposits) {
        var counts = transaction.execute(status -> recordDeposits.record(fileName, deposits));
        return counts == null ? 0 : counts.created();
    }
}

package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.otodoke.partners.MessageLog;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.csv.Mistake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports an uploaded order file. Orders are placed a few per transaction; when one of them is refused, they
 * are placed one by one, so that one bad order harms nobody.
 */
@Component
public class ImportOrders {
    private static final Logger log = LoggerFactory.getLogger(ImportOrders.class);
    private static final int CHUNK = 25;
    private static final int ATTEMPTS = 3;

    private final OrderFormats formats;
    private final TakeOrders takeOrders;
    private final RejectOrder rejectOrder;
    private final MessageLog messages;
    private final TransactionTemplate transaction;

    ImportOrders(
            OrderFormats formats,
            TakeOrders takeOrders,
            RejectOrder rejectOrder,
            MessageLog messages,
            TransactionTemplate transaction) {
        this.formats = formats;
        this.takeOrders = takeOrders;
        this.rejectOrder = rejectOrder;
        this.messages = messages;
        this.transaction = transaction;
    }

    /**
     * @param dryRun all is done as usual and then taken back
     * @throws InvalidInput when the file can't be taken as a whole
     */
    public ImportReport importFile(String formatCode, String fileName, byte[] content, boolean dryRun) {
        var format = formats.find(formatCode)
                .orElseThrow(() -> new InvalidInput(
                        "format",
                        formatCode.isBlank() ? Mistake.REQUIRED : Mistake.UNKNOWN,
                        Words.of("shop.import.unknown-format", String.join(", ", formats.codes()))));
        var orders = read(format, content);
        var run = new Run(format, new SourceFile(dryRun ? null : keep(format, fileName, content), fileName), dryRun);
        for (int from = 0; from < orders.size(); from += CHUNK) {
            run.take(orders.subList(from, Math.min(from + CHUNK, orders.size())));
        }
        return report(run.taken, LocaleContextHolder.getLocale());
    }

    private List<ReadOrder> read(OrderFormat format, byte[] content) {
        try {
            return OrderFile.read(format, content);
        } catch (UnreadableFile file) {
            throw new InvalidInput(file.problems().stream()
                    .map(p -> new FieldProblem(
                            p.field(),
                            p.code(),
                            Words.of("shop.import.at-line", String.valueOf(p.line()), ProblemTexts.of(p))))
                    .toList());
        }
    }

    private @Nullable Long keep(OrderFormat format, String fileName, byte[] content) {
        return transaction.execute(
                status -> messages.received("shop", OrderIntake.type(format), fileName, content, List.of()));
    }

    private ImportReport report(List<Taken> taken, Locale locale) {
        var mistakes = taken.stream()
                .flatMap(one -> one.problems().stream()
                        .map(p -> new ImportReport.Mistake(
                                p.line(),
                                p.field(),
                                p.code(),
                                ProblemTexts.of(p).in(locale),
                                one.order().rowAt(p.line()))))
                .toList();
        return new ImportReport(
                taken.size(),
                count(taken, Taken.State.CREATED),
                count(taken, Taken.State.EXISTING),
                count(taken, Taken.State.REJECTED),
                mistakes);
    }

    private static int count(List<Taken> taken, Taken.State state) {
        return (int) taken.stream().filter(one -> one.state() == state).count();
    }

    /** One import under way. */
    private final class Run {
        private final OrderFormat format;
        private final SourceFile file;
        private final boolean dryRun;
        private final List<Taken> taken = new ArrayList<>();

        Run(OrderFormat format, SourceFile file, boolean dryRun) {
            this.format = format;
            this.file = file;
            this.dryRun = dryRun;
        }

        void take(List<ReadOrder> chunk) {
            try {
                taken.addAll(inTransaction(chunk));
            } catch (InvalidInput | Refusal | DataAccessException oneByOne) {
                log.debug("A chunk of {} failed, going one by one", file.name(), oneByOne);
                chunk.forEach(this::takeOne);
            }
        }

        /** Two imports in each other's way are no fault of the order: it is tried again. */
        private void takeOne(ReadOrder order) {
            for (int attempt = 1; ; attempt++) {
                try {
                    taken.addAll(inTransaction(List.of(order)));
                    return;
                } catch (InvalidInput e) {
                    reject(order, OrderProblems.of(order, e));
                    return;
                } catch (Refusal e) {
                    reject(
                            order,
                            List.of(order.problem(
                                    order.columns().number(),
                                    Mistake.INVALID,
                                    "text",
                                    e.words().japanese(),
                                    e.words().english())));
                    return;
                } catch (TransientDataAccessException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        private void reject(ReadOrder order, List<Mistake> problems) {
            taken.add(dryRun ? Taken.rejected(order, problems) : rejectOrder.reject(format, file, order, problems));
        }

        private List<Taken> inTransaction(List<ReadOrder> orders) {
            var result = transaction.execute(status -> {
                var all = takeOrders.take(format, file, orders);
                if (dryRun) {
                    status.setRollbackOnly();
                }
                return all;
            });
            return result == null ? List.of() : result;
        }
    }
}

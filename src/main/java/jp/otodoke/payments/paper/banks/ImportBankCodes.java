package jp.otodoke.payments.paper.banks;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.otodoke.payments.BankCode;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a file of bank codes into the table that somebody has looked at before. */
@Component
public class ImportBankCodes {
    private final JdbcClient jdbc;
    private final BankCodeUploads uploads;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ImportBankCodes(JdbcClient jdbc, BankCodeUploads uploads, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.uploads = uploads;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What differs is worked out again: the table may have changed since it was shown.
     *
     * @param by user name
     * @throws Refusal if there is no such upload (not found), or it is imported already (conflict)
     * @throws InvalidInput if a branch is of a bank that neither the file nor the table names
     */
    @Transactional
    public BankCodeDifferences apply(long upload, String by) {
        var stored = uploads.locked(upload);
        var codes = BankCodeFile.read(stored.content().getBytes(StandardCharsets.UTF_8));
        var differences = uploads.differences(codes, stored.scope());
        remove(differences.removed());
        save(Stream.concat(
                        differences.added().stream(),
                        differences.changed().stream().map(BankCodeDifferences.Change::after))
                .toList());
        refuseStrayBranches();
        if (stored.scope() != BankCodeScope.PART) {
            markComplete(codes);
        }
        end(upload, differences, by);
        audit.record(
                "bank-codes-imported",
                String.valueOf(upload),
                "%s %s +%d ~%d -%d"
                        .formatted(
                                stored.fileName(),
                                stored.scope(),
                                differences.added().size(),
                                differences.changed().size(),
                                differences.removed().size()));
        return differences;
    }

    private void remove(List<BankCode> gone) {
        jdbc.sql(
                        """
                        delete from bank_code c using unnest(:banks::text[], :branches::text[]) g(bank, branch)
                         where c.bank_code = g.bank and c.branch_code = g.branch
                        """)
                .param("banks", column(gone, BankCode::bank))
                .param("branches", column(gone, BankCode::branch))
                .update();
    }

    private void save(List<BankCode> codes) {
        jdbc.sql(
                        """
                        insert into bank_code (bank_code, branch_code, name, kana)
                        select * from unnest(:banks::text[], :branches::text[], :names::text[], :kana::text[])
                        on conflict (bank_code, branch_code) do update set name = excluded.name, kana = excluded.kana
                        """)
                .param("banks", column(codes, BankCode::bank))
                .param("branches", column(codes, BankCode::branch))
                .param("names", column(codes, BankCode::name))
                .param("kana", column(codes, BankCode::kana))
                .update();
    }

    private void refuseStrayBranches() {
        jdbc.sql(
                        """
                        select min(c.bank_code) from bank_code c where not exists
                               (select 1 from bank_code b where b.bank_code = c.bank_code and b.branch_code = '')
                        """)
                .query(String.class)
                .optional()
                .ifPresent(bank -> {
                    throw new InvalidInput(
                            "bank_code", "unknown", BilingualText.of("bank-codes.problem.stray-branch", bank));
                });
    }

    /** A bank of which the file has no branch is only named by it. */
    private void markComplete(List<BankCode> codes) {
        jdbc.sql("update bank_code set complete = true where branch_code = '' and bank_code = any(:banks::text[])")
                .param(
                        "banks",
                        column(
                                codes.stream()
                                        .filter(code -> !code.branch().isEmpty())
                                        .toList(),
                                BankCode::bank))
                .update();
    }

    private void end(long upload, BankCodeDifferences differences, String by) {
        jdbc.sql(
                        """
                        update bank_code_upload set content = null, imported_at = :now, imported_by = :by,
                               added = :added, changed = :changed, removed = :removed where id = :id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("added", differences.added().size())
                .param("changed", differences.changed().size())
                .param("removed", differences.removed().size())
                .param("id", upload)
                .update();
    }

    private static String[] column(List<BankCode> codes, Function<BankCode, String> value) {
        return codes.stream().map(value).toArray(String[]::new);
    }
}

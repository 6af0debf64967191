package jp.otodoke.documents;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Optional;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The documents as they were issued, which are kept for the tax office (電子帳簿保存法): the page when it is issued, its PDF when it is
 * asked for the first time. Rows are only added.
 */
@Component
class DocumentArchive {
    private final JdbcClient jdbc;
    private final NumberSequences numbers;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    DocumentArchive(JdbcClient jdbc, NumberSequences numbers, CurrentStaff staff, BusinessClock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.staff = staff;
        this.clock = clock;
    }

    /** The latest of a kind about a subject, with the fingerprint of its content. */
    Optional<Latest> latest(DocumentKind kind, String subject) {
        return jdbc.sql(
                        """
                        select id, number, content_hash from document where kind = :kind and subject = :subject
                         order by id desc limit 1
                        """)
                .param("kind", kind.name())
                .param("subject", subject)
                .query((row, n) -> new Latest(row.getLong(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** The number of the first of a kind about a subject. */
    Optional<String> first(DocumentKind kind, String subject) {
        return jdbc.sql("select number from document where kind = :kind and subject = :subject order by id limit 1")
                .param("kind", kind.name())
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    int count(DocumentKind kind, String subject) {
        return jdbc.sql("select count(*) from document where kind = :kind and subject = :subject")
                .param("kind", kind.name())
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    String nextNumber(DocumentKind kind) {
        return numbers.next("document_number", kind.prefix(), 8);
    }

    /** @return its id */
    long add(Draft draft, String number, @Nullable String corrects, boolean reissue, String html) {
        var paper = draft.paper();
        var id = jdbc.sql(
                        """
                        insert into document (kind, number, subject, content_hash, issued_at, issued_by, document_date, amount, partner_name,
                               customer_number, order_numbers, shipment_number, receivable, corrects, reissue, html, html_sha256)
                        values (:kind, :number, :subject, :content, :at, :by, :date, :amount, :partner,
                                :customer, :orders, :shipment, :receivable, :corrects, :reissue, :html, :sha256) returning id
                        """)
                .param("kind", draft.kind().name())
                .param("number", number)
                .param("subject", draft.subject())
                .param("content", draft.fingerprint())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", staff.name())
                .param("date", paper.date())
                .param("amount", paper.total().amount())
                .param("partner", paper.addressee().name())
                .param(
                        "customer",
                        draft.customer() == null ? null : draft.customer().value())
                .param("orders", draft.orders().stream().map(OrderNumber::value).toArray(String[]::new))
                .param(
                        "shipment",
                        draft.shipment() == null ? null : draft.shipment().value())
                .param(
                        "receivable",
                        draft.receivable() == null ? null : draft.receivable().value())
                .param("corrects", corrects)
                .param("reissue", reissue)
                .param("html", html)
                .param("sha256", Sha256.of(html.getBytes(StandardCharsets.UTF_8)))
                .query(Long.class)
                .single();
        paper.taxes().forEach(tax -> jdbc.sql(
                        "insert into document_tax (document_id, rate, amount, tax) values (:id, :rate, :amount, :tax)")
                .param("id", id)
                .param("rate", tax.percent())
                .param("amount", tax.amount().amount())
                .param("tax", tax.tax().amount())
                .update());
        return id;
    }

    /** What it is about. */
    String subject(long id) {
        return jdbc.sql("select subject from document where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** @throws Refusal if there is none */
    String html(long id) {
        return jdbc.sql("select html from document where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("document.not-found", id));
    }

    /** Empty until it was asked for. */
    Optional<byte[]> pdf(long id) {
        return jdbc.sql("select pdf from document_pdf where document_id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Who comes second keeps the bytes of who came first. */
    byte[] keepPdf(long id, byte[] pdf) {
        jdbc.sql(
                        """
                        insert into document_pdf (document_id, pdf, pdf_sha256, made_at) values (:id, :pdf, :sha256, :now)
                        on conflict (document_id) do nothing
                        """)
                .param("id", id)
                .param("pdf", pdf)
                .param("sha256", Sha256.of(pdf))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return pdf(id).orElseThrow();
    }

    /** @param content fingerprint */
    record Latest(long id, String number, String content) {
        boolean says(Draft draft) {
            return content.equals(draft.fingerprint());
        }
    }
}

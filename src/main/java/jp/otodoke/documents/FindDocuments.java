package jp.otodoke.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds documents that were issued. */
@Component
public class FindDocuments {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "d.id",
                    "kind", "d.kind",
                    "number", "d.number",
                    "issuedAt", "d.issued_at",
                    "date", "d.document_date",
                    "amount", "d.amount",
                    "partner", "d.partner_name"),
            "-id",
            "d.id");

    private static final String SELECT =
            """
            select d.id, d.kind, d.number, d.issued_at, d.issued_by, d.document_date, d.amount, d.partner_name, d.customer_number,
                   d.order_numbers, d.shipment_number, d.receivable, d.corrects, d.reissue
              from document d
            """;

    private final JdbcClient jdbc;

    FindDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<IssuedDocument> find(long id) {
        return jdbc.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(FindDocuments::document)
                .optional();
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    public IssuedDocument get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("document.not-found", id));
    }

    /**
     * All of a kind about a subject, the last issued first.
     *
     * @param subject such as the number of a statement invoice
     */
    @Transactional(readOnly = true)
    public List<IssuedDocument> about(DocumentKind kind, String subject) {
        return jdbc.sql(SELECT + " where d.kind = :kind and d.subject = :subject order by d.id desc")
                .param("kind", kind.name())
                .param("subject", subject)
                .query(FindDocuments::document)
                .list();
    }

    /** @param sort null for the last issued first */
    @Transactional(readOnly = true)
    public List<IssuedDocument> list(DocumentFilter filter, @Nullable String sort, int offset, int limit) {
        var values = new HashMap<String, @Nullable Object>();
        return jdbc.sql(SELECT + filter.where(values) + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(values)
                .param("offset", offset)
                .param("limit", limit)
                .query(FindDocuments::document)
                .list();
    }

    /** All of them, for files of any length. */
    @Transactional(readOnly = true)
    public void each(DocumentFilter filter, @Nullable String sort, Consumer<IssuedDocument> use) {
        var values = new HashMap<String, @Nullable Object>();
        StreamedRows.each(
                jdbc.sql(SELECT + filter.where(values) + SORTING.orderBy(sort)).params(values),
                query -> query.query(FindDocuments::document),
                use);
    }

    @Transactional(readOnly = true)
    public Sums sums(DocumentFilter filter) {
        var values = new HashMap<String, @Nullable Object>();
        return jdbc.sql("select count(*) as documents, coalesce(sum(d.amount), 0) as amount from document d"
                        + filter.where(values))
                .params(values)
                .query((row, n) -> new Sums(row.getLong(1), Yen.of(row.getLong(2))))
                .single();
    }

    public record Sums(long documents, Yen amount) {}

    private static IssuedDocument document(ResultSet row, int index) throws SQLException {
        var customer = row.getString("customer_number");
        var shipment = row.getString("shipment_number");
        var receivable = row.getString("receivable");
        return new IssuedDocument(
                row.getLong("id"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by"),
                row.getObject("document_date", LocalDate.class),
                Yen.of(row.getLong("amount")),
                row.getString("partner_name"),
                customer == null ? null : CustomerNumber.of(customer),
                Arrays.stream((String[]) row.getArray("order_numbers").getArray())
                        .map(OrderNumber::of)
                        .toList(),
                shipment == null ? null : ShipmentNumber.of(shipment),
                receivable == null ? null : ReceivableNumber.of(receivable),
                row.getString("corrects"),
                row.getBoolean("reissue"));
    }
}

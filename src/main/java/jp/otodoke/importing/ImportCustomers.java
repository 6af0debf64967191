package jp.otodoke.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.customers.AdoptCustomer;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.ReviewCustomer;
import jp.otodoke.shared.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes customers from a file under the numbers they have there; without a number by the rules for duplicates. */
@Service
public class ImportCustomers {
    private static final List<String> COLUMNS = List.of(
            "number",
            "name",
            "kana",
            "phone",
            "email",
            "birth_date",
            "sex",
            "postal_code",
            "prefecture",
            "city",
            "line1",
            "line2",
            "media_code");
    private static final Map<String, String> OF_FIELDS = Map.of(
            "birthDate", "birth_date",
            "mediaCode", "media_code",
            "address.postalCode", "postal_code",
            "address.prefecture", "prefecture",
            "address.city", "city",
            "address.line1", "line1",
            "address.line2", "line2");
    private static final Map<String, String> SEXES =
            Map.of("男", "MALE", "男性", "MALE", "女", "FEMALE", "女性", "FEMALE", "M", "MALE", "F", "FEMALE");

    private record Person(@Nullable String number, NewCustomer data) {}

    private final CsvFile csv;
    private final Chunks chunks;
    private final Messages messages;
    private final AdoptCustomer adoptCustomer;
    private final ReviewCustomer review;

    ImportCustomers(CsvFile csv, Chunks chunks, Messages messages, AdoptCustomer adoptCustomer, ReviewCustomer review) {
        this.csv = csv;
        this.chunks = chunks;
        this.messages = messages;
        this.adoptCustomer = adoptCustomer;
        this.review = review;
    }

    public ImportResult read(byte[] file) {
        var content = csv.read(file, COLUMNS);
        var problems = new ArrayList<>(content.problems());
        var items = understood(content.rows(), problems);
        return chunks.save(items, this::save, field -> OF_FIELDS.getOrDefault(field, field), problems);
    }

    private List<Chunks.Item<Person>> understood(List<Row> rows, List<RowProblem> problems) {
        var items = new ArrayList<Chunks.Item<Person>>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            var birthDate = date(row.text("birth_date"));
            if (birthDate.isEmpty() && !row.text("birth_date").isEmpty()) {
                problems.add(messages.row(row.line(), "birth_date", "invalid"));
                problems.addAll(others(row));
            } else if (!row.text("number").isEmpty() && !seen.add(row.text("number"))) {
                problems.add(messages.row(row.line(), "number", "duplicate"));
            } else {
                items.add(new Chunks.Item<>(row.line(), person(row, birthDate.orElse(null))));
            }
        }
        return items;
    }

    /** What else is wrong with a row that isn't saved anyway. */
    private List<RowProblem> others(Row row) {
        return review.problems(person(row, null).data()).stream()
                .map(p ->
                        new RowProblem(row.line(), OF_FIELDS.getOrDefault(p.field(), p.field()), p.code(), p.message()))
                .toList();
    }

    private static Person person(Row row, @Nullable LocalDate birthDate) {
        var sex = row.text("sex");
        return new Person(
                row.orNull("number"),
                new NewCustomer(
                        row.text("name"),
                        row.orNull("kana"),
                        row.orNull("phone"),
                        row.orNull("email"),
                        birthDate,
                        SEXES.getOrDefault(sex, sex),
                        new Address(
                                row.text("postal_code"),
                                row.text("prefecture"),
                                row.text("city"),
                                row.text("line1"),
                                row.text("line2")),
                        row.orNull("media_code")));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.replace('/', '-')));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private Outcome save(Person person) {
        return switch (adoptCustomer.takeOver(person.number(), person.data())) {
            case CREATED -> Outcome.CREATED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.EXISTING;
        };
    }
}

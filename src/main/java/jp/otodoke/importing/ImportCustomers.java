package jp.otodoke.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.ReviewCustomer;
import jp.otodoke.customers.TakeOverCustomer;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.csv.CsvColumn;
import jp.otodoke.shared.csv.CsvRow;
import jp.otodoke.shared.csv.FieldReader;
import jp.otodoke.shared.csv.FieldType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes customers from a file under the numbers they have there; without a number by the rules for duplicates. */
@Service
public class ImportCustomers {
    private static final List<CsvColumn> COLUMNS = Stream.of(
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
                    "media_code")
            .map(CsvColumn::of)
            .toList();
    private static final FieldType<LocalDate> DATE = FieldType.of("invalid", ImportCustomers::date);
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
    private final TakeOverCustomer takeOverCustomer;
    private final ReviewCustomer review;

    ImportCustomers(
            CsvFile csv, Chunks chunks, Messages messages, TakeOverCustomer takeOverCustomer, ReviewCustomer review) {
        this.csv = csv;
        this.chunks = chunks;
        this.messages = messages;
        this.takeOverCustomer = takeOverCustomer;
        this.review = review;
    }

    public ImportResult read(byte[] file) {
        var content = csv.read(file, COLUMNS);
        var problems = new ArrayList<>(content.problems());
        var items = understood(content.rows(), problems);
        return chunks.save(items, this::save, field -> OF_FIELDS.getOrDefault(field, field), problems);
    }

    private List<Chunks.Item<Person>> understood(List<CsvRow> rows, List<RowProblem> problems) {
        var items = new ArrayList<Chunks.Item<Person>>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            var fields = new FieldReader(row);
            var birthDate = fields.optional(CsvColumn.of("birth_date"), DATE);
            if (!fields.mistakes().isEmpty()) {
                fields.mistakes().forEach(mistake -> problems.add(messages.row(mistake)));
                problems.addAll(others(row));
            } else if (!row.get("number").isEmpty() && !seen.add(row.get("number"))) {
                problems.add(messages.row(row.line(), "number", "duplicate"));
            } else {
                items.add(new Chunks.Item<>(row.line(), person(row, birthDate)));
            }
        }
        return items;
    }

    /** What else is wrong with a row that isn't saved anyway. */
    private List<RowProblem> others(CsvRow row) {
        return review.problems(person(row, null).data()).stream()
                .map(p ->
                        new RowProblem(row.line(), OF_FIELDS.getOrDefault(p.field(), p.field()), p.code(), p.message()))
                .toList();
    }

    private static Person person(CsvRow row, @Nullable LocalDate birthDate) {
        var sex = row.get("sex");
        return new Person(
                orNull(row, "number"),
                new NewCustomer(
                        row.get("name"),
                        orNull(row, "kana"),
                        orNull(row, "phone"),
                        orNull(row, "email"),
                        birthDate,
                        SEXES.getOrDefault(sex, sex),
                        new Address(
                                row.get("postal_code"),
                                row.get("prefecture"),
                                row.get("city"),
                                row.get("line1"),
                                row.get("line2")),
                        orNull(row, "media_code")));
    }

    private static @Nullable String orNull(CsvRow row, String column) {
        return Text.orNull(row.get(column));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.replace('/', '-')));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private Outcome save(Person person) {
        return switch (takeOverCustomer.takeOver(person.number(), person.data())) {
            case CREATED -> Outcome.CREATED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.EXISTING;
        };
    }
}

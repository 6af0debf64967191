package jp.otodoke.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.customers.AdoptCustomer;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.ReviewCustomer;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.FieldReader;
import jp.otodoke.platform.csv.FieldType;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.LargeList;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers with the numbers given in the file; without a number the rules for duplicates apply. */
@Component
class CustomerFormat extends UploadFormat<CustomerFormat.Person> {
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
    private static final FieldType<LocalDate> DATE = FieldType.of("invalid", CustomerFormat::date);
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

    private final AdoptCustomer adoptCustomer;
    private final ReviewCustomer review;

    CustomerFormat(AdoptCustomer adoptCustomer, ReviewCustomer review, CurrentStaff staff) {
        super("CUSTOMERS", OF_FIELDS, staff);
        this.adoptCustomer = adoptCustomer;
        this.review = review;
    }

    @Override
    public List<FileRecord<Person>> read(String fileName, FileContent content) {
        var numbers = new RepeatedKeys();
        var rows = UploadedCsv.read(content, COLUMNS, row -> note(row, numbers));
        return LargeList.of(rows, (place, row) -> record(row, numbers.isRepeated(place)));
    }

    /** Rows with mistakes of their own don't take a number away from others. */
    private static void note(CsvRow row, RepeatedKeys numbers) {
        var number = row.get("number");
        if (number.isEmpty() || !row.hasAllCells() || hasMistakes(row)) {
            numbers.addNone();
        } else {
            numbers.add(number);
        }
    }

    private static boolean hasMistakes(CsvRow row) {
        var fields = new FieldReader(row);
        fields.optional(CsvColumn.of("birth_date"), DATE);
        return !fields.mistakes().isEmpty();
    }

    private FileRecord<Person> record(CsvRow row, boolean repeated) {
        if (!row.hasAllCells()) {
            return FileRecord.bad(row.line(), row.raw(), List.of(mistake(row, "", "columns")), Set.of());
        }
        var fields = new FieldReader(row);
        var birthDate = fields.optional(CsvColumn.of("birth_date"), DATE);
        var mistakes = new ArrayList<>(fields.mistakes());
        if (!mistakes.isEmpty()) {
            // Further problems of a row that isn't saved anyway.
            mistakes.addAll(
                    explain(row.line(), review.problems(person(row, null).data())));
        } else if (repeated) {
            mistakes.add(mistake(row, "number", "duplicate"));
        }
        return mistakes.isEmpty()
                ? FileRecord.good(row.line(), row.raw(), person(row, birthDate), Set.of())
                : FileRecord.bad(row.line(), row.raw(), mistakes, Set.of());
    }

    /** Its rows register persons, or overwrite them. */
    @Override
    public void authorize(List<FileRecord<Person>> records) {
        require(Permission.CUSTOMERS_EDIT);
    }

    @Override
    public Outcome take(Source source, List<FileRecord<Person>> records) {
        return records.stream().map(r -> save(r.get())).reduce(Outcome.NONE, Outcome::plus);
    }

    private static Person person(CsvRow row, @Nullable LocalDate birthDate) {
        var sex = row.get("sex");
        return new Person(
                row.get("number").isBlank() ? null : CustomerNumber.of(row.get("number")),
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
        return TextNormalizer.orNull(row.get(column));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(CalendarRange.day(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private Outcome save(Person person) {
        return switch (adoptCustomer.takeOver(person.number(), person.data())) {
            case CREATED -> Outcome.created(1);
            case UPDATED -> Outcome.updated(1);
            case UNCHANGED -> Outcome.existing(1);
        };
    }

    /** A person with their own phone number, if there is one. */
    record Person(@Nullable CustomerNumber number, NewCustomer data) {}
}

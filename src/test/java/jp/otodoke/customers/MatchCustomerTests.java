package jp.otodoke.customers;

import static jp.otodoke.mothers.CustomerMother.person;
import static jp.otodoke.mothers.CustomerMother.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MatchCustomerTests {
    private final MatchCustomer matchCustomer;
    private final RegisterCustomer registerCustomer;
    private final ChangeCustomer changeCustomer;
    private final FindCustomer findCustomer;
    private final FindDuplicates findDuplicates;
    private final JdbcClient jdbc;

    @Autowired
    MatchCustomerTests(
            MatchCustomer matchCustomer,
            RegisterCustomer registerCustomer,
            ChangeCustomer changeCustomer,
            FindCustomer findCustomer,
            FindDuplicates findDuplicates,
            JdbcClient jdbc) {
        this.matchCustomer = matchCustomer;
        this.registerCustomer = registerCustomer;
        this.changeCustomer = changeCustomer;
        this.findCustomer = findCustomer;
        this.findDuplicates = findDuplicates;
        this.jdbc = jdbc;
    }

    @Test
    void samePhoneAndNameIsTheSamePerson() {
        var known = registerCustomer.register(person("電話 太郎", null, "03-1111-2222", "a@example.jp", "大手町1-1"));

        var matched = matchCustomer.matchOrRegister(person("電話　太郎", null, "０３１１１１２２２２", "b@example.jp", "丸の内2-2"));

        assertThat(matched).isEqualTo(known);
    }

    @Test
    void showsEverybodyThePersonMayBeWithTheStrongestRule() {
        var byPhone = registerCustomer.register(person("候補 太郎", null, "03-1111-2929", null, "大手町9-1"));
        var byMail = registerCustomer.register(person("候補 太郎", null, "03-1111-3030", "k29@example.jp", "大手町9-2"));

        var found = findDuplicates.of(person("候補太郎", null, "03 1111 2929", "k29@example.jp", "大手町9-3"));

        assertThat(found)
                .extracting(c -> c.customer().number(), FindDuplicates.Candidate::rule)
                .containsExactly(
                        Tuple.tuple(byPhone, "SAME_PHONE_AND_NAME"), Tuple.tuple(byMail, "SAME_EMAIL_AND_NAME"));
    }

    @Test
    void aFamilySharesItsPhone() {
        var known = registerCustomer.register(person("家族 父", null, "03-1111-3333", null, "大手町1-2"));

        assertThat(matchCustomer.matchOrRegister(person("家族 母", null, "03-1111-3333", null, "大手町1-2")))
                .isNotEqualTo(known);
    }

    @Test
    void sameMailAndNameIsTheSamePerson() {
        var known = registerCustomer.register(person("郵便 太郎", null, "03-1111-4444", "Taro@Example.jp", "大手町1-3"));

        assertThat(matchCustomer.matchOrRegister(person("郵便太郎", null, null, "taro@example.jp", "丸の内3-3")))
                .isEqualTo(known);
    }

    @Test
    void sameNameAndAddressIsTheSamePerson() {
        var known = registerCustomer.register(person("住所 太郎", null, "03-1111-5555", null, "大手町1-4-5"));

        assertThat(matchCustomer.matchOrRegister(person("住所太郎", null, null, null, "大手町１－４－５")))
                .isEqualTo(known);
    }

    @Test
    void sameKanaAndAddressIsTheSamePerson() {
        var known = registerCustomer.register(person("渡邊 健", "ワタナベ ケン", null, null, "大手町1-5"));

        assertThat(matchCustomer.matchOrRegister(person("わたなべ 健", "わたなべ けん", null, null, "大手町1-5")))
                .isEqualTo(known);
    }

    @Test
    void variantsOfACharacterAreOneName() {
        var known = registerCustomer.register(person("髙橋 濱子", null, "03-1111-6666", null, "大手町1-6"));

        assertThat(matchCustomer.matchOrRegister(person("高橋 浜子", null, "03-1111-6666", null, "丸の内6")))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"葛\uDB40\uDD00西 花", "葛\uDB40\uDD01西 花", "葛\uFE00西 花", "葛西\u200B 花", "\uFEFF葛西 花"})
    void glyphsOfACharacterAreOneName(String written) {
        var known = matchCustomer.matchOrRegister(person("葛西 花", null, "03-5022-9999", null, "大手町1-22"));

        assertThat(matchCustomer.matchOrRegister(person(written, null, "03-5022-9999", null, "丸の内22")))
                .isEqualTo(known);
    }

    @Test
    void tasksAreFoundByAnyGlyphOfAName() {
        assertThat(jdbc.sql("select person_key(:one) = person_key('葛西花')")
                        .param("one", "葛\uDB40\uDD00西\u200B 花")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+81 (0)3-5022-8888", "81-3-5022-8888", "0081-3-5022-8888", "'+81350228888", "350228888"})
    void spellingsOfAPhoneNumberAreOneNumber(String written) {
        var known = matchCustomer.matchOrRegister(person("国番 太郎", null, "03-5022-8888", null, "大手町1-15"));

        assertThat(matchCustomer.matchOrRegister(person("国番 太郎", null, written, null, "丸の内15")))
                .isEqualTo(known);
    }

    @Test
    void sameNameAloneIsNobodyKnown() {
        var known = registerCustomer.register(person("同名 太郎", "ドウメイ タロウ", "03-1111-7777", "x@example.jp", "大手町1-7"));

        assertThat(matchCustomer.matchOrRegister(person("同名 太郎", "ドウメイ タロウ", "03-1111-8888", "y@example.jp", "丸の内7")))
                .isNotEqualTo(known);
    }

    @Test
    void emptyPhonesAreNotTheSamePhone() {
        var known = registerCustomer.register(person("無電話 太郎", null, null, null, "大手町1-8"));

        assertThat(matchCustomer.matchOrRegister(person("無電話 太郎", null, null, null, "丸の内8")))
                .isNotEqualTo(known);
    }

    @Test
    void aDormantCustomerWhoOrdersIsActiveAgain() {
        var person = somebody();
        var known = registerCustomer.register(person);
        changeCustomer.change(known, new CustomerData(person, CustomerState.DORMANT, false, null), null);

        var matched = matchCustomer.matchOrRegister(person);

        assertThat(matched).isEqualTo(known);
        assertThat(findCustomer.find(known).orElseThrow().state()).isEqualTo(CustomerState.ACTIVE);
    }

    @Test
    void twoOrdersOfANewPersonAtOnceMakeOneCustomer() throws Exception {
        var person = somebody();
        var numbers = new HashSet<CustomerNumber>();
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<CustomerNumber> order = () -> matchCustomer.matchOrRegister(person);
            for (var result :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> order).toList())) {
                numbers.add(result.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(numbers).hasSize(1);
    }

    @Test
    void namesEveryMistake() {
        var wrong =
                new NewCustomer(" ", "漢字", "電話", "nobody@", null, "CAT", new Address("12-34", "東京", "", "", ""), null);

        var refused = catchThrowableOfType(InvalidInput.class, () -> registerCustomer.register(wrong));

        assertThat(refused.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "name",
                        "kana",
                        "phone",
                        "email",
                        "sex",
                        "address.postalCode",
                        "address.prefecture",
                        "address.city");
        assertThat(refused.problems()).extracting(FieldProblem::message).noneMatch(String::isBlank);
    }

    @Test
    void numbersAreAnCAndSevenDigits() {
        assertThat(registerCustomer.register(somebody()).value()).matches("C\\d{7}");
    }
}

package jp.otodoke.desk.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OtodokeTest
class HomePageTests {
    private static final Pattern LINK =
            Pattern.compile("class=\"figure[^\"]*\"\\s+href=\"([^\"]+)\"|href=\"([^\"]+)\" class=\"figure");

    private final MockMvcTester mvc;
    private static final Pattern NAVIGATION = Pattern.compile("<a class=\"side-link[^>]*href=\"([^\"]+)\"");

    private final TestClock clock;
    private final HomeCards homeCards;

    @Autowired
    HomePageTests(MockMvcTester mvc, TestClock clock, HomeCards homeCards) {
        this.homeCards = homeCards;
        this.mvc = mvc;
        this.clock = clock;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T09:00:00+09:00");
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, 'inbox,orders,ship,deliver,delivery-exception,stock-out,unmatched', 1",
        "SHIPPING, 'inbox,ship,deliver,delivery-exception,stock-out', 1",
        "ACCOUNTING, 'inbox,awaiting-payment,deposits,unmatched', 2",
        "MARKETING, 'inbox,sales,orders,customers', 2",
        "MANAGER, 'inbox,incidents,sales,orders,ship,deliver,delivery-exception,stock-out,awaiting-payment,deposits,unmatched,customers', 2",
        "ADMIN, 'inbox,incidents,watch', 1"
    })
    void everybodySeesTheFiguresOfTheirOwnWorkAndEachOpensWhatIsBehindIt(String role, String cards, int charts) {
        var page = page("/", role);

        assertThat(homeCards.names(
                        permission -> Role.valueOf(role).permissions().contains(Permission.valueOf(permission))))
                .containsExactly(cards.split(","));
        assertThat(page.split("data-chart=", -1)).hasSize(charts + 1);
        var links = links(page);
        assertThat(links).hasSize(cards.split(",").length);
        links.forEach(link -> page(link.replace("&amp;", "&"), role));
    }

    /** What the navigation offers opens, and it offers whatever belongs to the person's work. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void noEntryOfTheNavigationLeadsToARefusedPage(Role role) {
        var entries = NAVIGATION
                .matcher(page("/", role.name()))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(entries).contains("/inbox", "/orders", "/customers");
        assertThat(entries.contains("/imports")).isEqualTo(role.permissions().contains(Permission.IMPORTS));
        assertThat(entries.contains("/orders/new")).isEqualTo(role.permissions().contains(Permission.ORDERS_EDIT));
        entries.forEach(entry -> page(entry, role.name()));
    }

    private static List<String> links(String page) {
        var links = new ArrayList<String>();
        var matcher = LINK.matcher(page);
        while (matcher.find()) {
            links.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return links;
    }

    private String page(String path, String role) {
        var answer = mvc.get()
                .uri(URI.create(path))
                .with(user("somebody").authorities(authorities(role)))
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<GrantedAuthority> authorities(String role) {
        var all = new ArrayList<String>();
        all.add("ROLE_" + role);
        Role.valueOf(role).permissions().forEach(permission -> all.add(permission.name()));
        return AuthorityUtils.createAuthorityList(all);
    }
}

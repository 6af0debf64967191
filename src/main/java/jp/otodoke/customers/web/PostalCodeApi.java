package jp.otodoke.customers.web;

import java.util.List;
import jp.otodoke.customers.PostalArea;
import jp.otodoke.customers.PostalCodes;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a postal code stands for; a list, since one code may mean several towns. */
@RestController
class PostalCodeApi {
    /** One area; street and office only for the codes of large receivers. */
    record Area(
            String postalCode,
            String prefecture,
            String city,
            String town,
            String street,
            String office,
            String prefectureKana,
            String cityKana,
            String townKana) {
        static Area of(PostalArea area) {
            return new Area(
                    new PostalCode(area.zip()).hyphenated(),
                    area.prefecture(),
                    area.city(),
                    area.town(),
                    area.street(),
                    area.office(),
                    area.prefectureKana(),
                    area.cityKana(),
                    area.townKana());
        }
    }

    record Areas(List<Area> items) {}

    private final PostalCodes postalCodes;

    PostalCodeApi(PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
    }

    @GetMapping("/api/v1/postal-codes/{zip}")
    Areas find(@PathVariable String zip) {
        var areas = postalCodes.find(zip).stream().map(Area::of).toList();
        if (areas.isEmpty()) {
            throw Refusal.notFound("customer.refused.unknown-postal-code", zip);
        }
        return new Areas(areas);
    }
}

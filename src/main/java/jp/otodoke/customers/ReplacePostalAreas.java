package jp.otodoke.customers;

import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replaces postal areas by those of a file of the post office, city by city. The codes of large receivers come from
 * another file and stay.
 */
@Service
public class ReplacePostalAreas {
    private final PostalAreas areas;
    private final BusinessClock clock;

    ReplacePostalAreas(PostalAreas areas, BusinessClock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    @Transactional
    public void replace(List<PostalCity> cities) {
        areas.lock();
        areas.replace(cities);
    }

    /** After all cities: removes those that a file of the whole country no longer has, and makes it the version in use. */
    @Transactional
    public void finish(String fileName, PostalFile file) {
        areas.lock();
        if (file.wholeCountry()) {
            areas.retain(file.cities());
        }
        areas.stamp(fileName, clock.today(), clock.instant());
    }
}

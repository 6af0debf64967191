package jp.otodoke.platform.pages;

import java.util.List;

/** What a module draws on the first page, day by day. */
public interface HomeSeriesSource {
    List<HomeSeries> series();
}

package com.example.lockers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network of two sites and a few parcels, kept in memory: enough to try the connector without a system behind. */
final class MemoryNetwork implements LockerNetwork {
    private final Map<String, Parcel> parcels = new ConcurrentHashMap<>();
    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    MemoryNetwork(LocalDate today) {
        add(new Site("SH-1", "Shanghai", "世纪大道100号", 4, false));
        add(new Site("SH-2", "Shanghai", "南京东路200号", 0, true));
        for (int i = 1; i <= 3; i++) {
            add(new Parcel("P-" + i, "C-1001", "SH-1", Size.MEDIUM, "Tea house", today.plusDays(i), false, State.WAITING));
        }
        add(new Parcel("P-9", "C-1002", "SH-1", Size.SMALL, "Book shop", today.plusDays(1), false, State.WAITING));
    }

    private void add(Site site) {
        sites.put(site.id(), site);
    }

    private void add(Parcel parcel) {
        parcels.put(parcel.id(), parcel);
    }

    @Override
    public List<Parcel> parcels(String customerId, Optional<String> after, int most) {
        return parcels.values().stream()
                .filter(each -> each.customerId().equals(customerId))
                .filter(each -> each.id().compareTo(after.orElse("")) > 0)
                .sorted(Comparator.comparing(Parcel::id))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Parcel> parcel(String customerId, String parcelId) {
        return Optional.ofNullable(parcels.get(parcelId)).filter(each -> each.customerId().equals(customerId));
    }

    @Override
    public boolean replace(Parcel before, Parcel after, String correlationId) {
        boolean replaced = parcels.replace(before.id(), before, after);
        if (replaced) {
            done.add(correlationId);
        }
        return replaced;
    }

    @Override
    public boolean done(String correlationId) {
        return done.contains(correlationId);
    }

    @Override
    public List<Site> sites(String city) {
        return sites.values().stream()
                .filter(each -> each.city().equalsIgnoreCase(city))
                .sorted(Comparator.comparing(Site::id))
                .toList();
    }

    @Override
    public Optional<Site> site(String siteId) {
        return Optional.ofNullable(sites.get(siteId));
    }

    @Override
    public void open(String siteId, int compartment, String correlationId) {
        done.add(correlationId);
    }

    @Override
    public String report(String siteId, String text, String correlationId) {
        done.add(correlationId);
        return reports.computeIfAbsent(correlationId, unknown -> "F-" + (reports.size() + 1));
    }
}

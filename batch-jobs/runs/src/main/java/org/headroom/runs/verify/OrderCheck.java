package org.headroom.runs.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.jspecify.annotations.Nullable;

/** Checks that every site has one rank, and that the ranks are in order: by tier, by score, by site id. Keeps some 25 bytes a site. */
final class OrderCheck {
    private static final int BLOCK = 1 << 14;

    private final Subject subject;
    private final Findings findings;
    private @Nullable Ranks ranks;

    OrderCheck(Subject subject) {
        this.subject = subject;
        this.findings = new Findings(subject);
    }

    /** The ranks; empty when not every site has exactly one. After the check. */
    Optional<Ranks> ranks() {
        return Optional.ofNullable(ranks);
    }

    CheckResult check() {
        findings.look(List.of(Subject.ORDER, Subject.SITES), () -> {
            try (SiteStore sites = new SiteStore(subject.files().sites())) {
                ranks = read(sites.size());
            }
        });
        Ranks read = ranks;
        if (read != null) {
            findings.look(List.of(Subject.ORDER, Subject.SITES, Subject.SCORES), () -> checkOrder(read));
        }
        return findings.result("order", read == null ? "no ranks" : read.size() + " ranks");
    }

    private @Nullable Ranks read(int size) {
        try (OrderFile file = OrderFile.open(subject.files().order())) {
            if (file.size() != size) {
                findings.add(Subject.ORDER, "has " + file.size() + " ranks for " + size + " sites");
                return null;
            }
            int[] siteOf = new int[size];
            int[] block = new int[BLOCK];
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                file.read(first, count, block);
                System.arraycopy(block, 0, siteOf, first, count);
            }
            return ranks(siteOf);
        }
    }

    private @Nullable Ranks ranks(int[] siteOf) {
        int[] placeOf = new int[siteOf.length];
        Arrays.fill(placeOf, -1);
        boolean isPermutation = true;
        for (int place = 0; place < siteOf.length; place++) {
            int site = siteOf[place];
            if (site < 0 || site >= siteOf.length) {
                findings.add(
                        Subject.ORDER, "has at rank " + (place + 1L) + " the site " + site + ", which there is not");
                isPermutation = false;
            } else if (placeOf[site] >= 0) {
                findings.add(
                        Subject.ORDER,
                        "has site " + site + " at rank " + (placeOf[site] + 1L) + " and again at rank " + (place + 1L));
                isPermutation = false;
            } else {
                placeOf[site] = place;
            }
        }
        return isPermutation ? new Ranks(siteOf, placeOf) : null;
    }

    private void checkOrder(Ranks read) {
        int size = read.size();
        byte[] tiers = new byte[size];
        double[] scores = new double[size];
        int[] idPlaces = new int[size];
        readKeys(size, tiers, scores, idPlaces);
        for (int place = 1; place < size; place++) {
            int before = read.site(place - 1);
            int site = read.site(place);
            int order = Integer.compare(tiers[before], tiers[site]);
            if (order == 0 && scores[before] != scores[site]) {
                order = scores[before] > scores[site] ? -1 : 1;
            }
            if (order == 0) {
                order = Integer.compare(idPlaces[before], idPlaces[site]);
            }
            if (order >= 0) {
                findings.add(Subject.ORDER, "ranks " + place + " and " + (place + 1L) + " are in the wrong order");
            }
        }
    }

    private void readKeys(int size, byte[] tiers, double[] scores, int[] idPlaces) {
        ScoreLayout layout = ScoreLayout.read(subject.files().scores());
        byte[] tier = new byte[BLOCK];
        byte[] gate = new byte[BLOCK];
        double[] ranking = new double[BLOCK];
        int[] idPlace = new int[BLOCK];
        try (SiteStore sites = new SiteStore(subject.files().sites());
                ScoreFile file = ScoreFile.openForReading(subject.files().scoreFile(), size, layout)) {
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                file.readTiers(first, count, tier);
                file.readGates(first, count, gate);
                file.readRanking(first, count, ranking);
                sites.readIdPlaces(first, count, idPlace);
                System.arraycopy(tier, 0, tiers, first, count);
                System.arraycopy(idPlace, 0, idPlaces, first, count);
                for (int i = 0; i < count; i++) {
                    boolean isExcluded = tier[i] == ScoreBlock.EXCLUDED_TIER;
                    if (isExcluded != (gate[i] == GateAnswer.FAIL.ordinal())) {
                        findings.add(
                                Subject.SCORES,
                                "site " + sites.siteId(first + i) + " is in tier " + tier[i] + ", but its gates say "
                                        + gate[i]);
                    }
                    scores[first + i] = isExcluded ? 0 : ranking[i];
                }
            }
        }
    }
}

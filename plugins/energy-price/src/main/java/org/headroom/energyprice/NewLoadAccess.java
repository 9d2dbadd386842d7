package org.headroom.energyprice;

import java.util.Set;
import org.headroom.model.LayerField;
import org.jspecify.annotations.Nullable;

/**
 * Whether a new large load can buy what a record of a utility is about. Federal agencies sell preference power to public bodies, and to a few
 * customers of old; energy sold apart from its delivery is offered only where the state lets a load choose its seller.
 */
final class NewLoadAccess {
    private final Set<String> choiceStates;
    private final Set<String> openFederalSellers;

    NewLoadAccess(EnergyPriceParameters parameters) {
        choiceStates = parameters.retailChoiceStates();
        openFederalSellers = parameters.federalSellersOpenToAll();
    }

    boolean hasChoice(@Nullable String stateCode) {
        return stateCode != null && choiceStates.contains(stateCode);
    }

    /** Why a new large load cannot buy there, in one sentence without a full stop; null when it can. */
    @Nullable
    String closed(PriceLayer layer, int record) {
        String ownership = layer.ownership(record);
        if ("FEDERAL".equals(ownership) && !openFederalSellers.contains(layer.zoneCode(record))) {
            return "a federal seller: its preference power goes to public bodies and customers of old and is not offered to a new large load"
                    + " (parameter federalSellersOpenToAll); the record is left out";
        }
        if ("BEHIND_THE_METER".equals(ownership)) {
            return "it sells from plant on its customers' own land, which a new large load cannot buy; the record is left out";
        }
        if (LayerField.NOT_UNDERSTOOD.equals(ownership)) {
            return "nobody understood who owns the seller, so it may be one that does not sell to a new large load; the record is left out";
        }
        if (!layer.part(record).equals("A") && !hasChoice(layer.stateCode(record))) {
            return "a sale by choice of the seller, in a state where a new large load has no such choice (parameter retailChoiceStates); the"
                    + " record is left out";
        }
        return null;
    }
}

package org.headroom.it.recomputed;

import java.util.HashMap;
import java.util.Map;

/** Two letters for the name of a state. */
final class StateNames {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        String all = "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
                + "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,"
                + "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,"
                + "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,"
                + "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,"
                + "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,"
                + "WV West Virginia,WI Wisconsin,WY Wyoming";
        for (String one : all.split(",")) {
            CODES.put(one.substring(3), one.substring(0, 2));
        }
    }

    private StateNames() {}

    static String code(String name) {
        String code = CODES.get(name);
        if (code == null) {
            throw new IllegalStateException("no state is named " + name);
        }
        return code;
    }
}

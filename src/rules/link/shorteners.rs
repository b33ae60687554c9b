//! Link shorteners that anybody can use. Shorteners that a site uses only for its own links (`youtu.be`) are not
//! listed.

/// The hosts of the best-known ones. A policy can add others as `hosts`.
pub(super) const SHORTENERS: &str = "adf.ly amzn.to bit.do bit.ly bitly.com bl.ink buff.ly cli.re clck.ru cutt.ly dlvr.it \
    dub.sh fb.me fw.to gg.gg goo.gl hubs.ly ht.ly ift.tt is.gd j.mp l.ead.me lc.chat lnkd.in mcaf.ee ow.ly po.st \
    prn.to qr.ae rb.gy rebrand.ly s.id short.gy short.io shorturl.at smarturl.it snip.ly snipurl.com soo.gd spr.ly \
    su.pr t.co t.ly t2m.io tiny.cc tinyurl.com tr.im trib.al u.to urlz.fr v.gd wp.me x.co zpr.io";

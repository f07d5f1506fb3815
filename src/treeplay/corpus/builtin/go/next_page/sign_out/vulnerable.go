package main

import (
	"net/http"
	"net/url"
)

// SignOut deletes the cookie "reader" and redirects (302) to the page that the query parameter "to" gives, seen from
// site: "/news" leads to site's /news, and so does its full address. By default it leads to site itself.
func SignOut(site *url.URL) http.HandlerFunc {
// treeplay: complete below
	return func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "reader", Path: "/", MaxAge: -1})
		target, err := site.Parse(r.URL.Query().Get("to"))
		if err != nil {
			target = site
		}
		http.Redirect(w, r, target.String(), http.StatusFound)
	}
}

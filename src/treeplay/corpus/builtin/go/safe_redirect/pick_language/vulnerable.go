package main

import (
	"net/http"
	"net/url"
	"strings"
)

// PickLanguage stores the form value "lang" in the cookie "lang" and redirects (303) to the path in the form value
// "back", for example "/shop/tea". Without one it redirects to "/".
func PickLanguage(w http.ResponseWriter, r *http.Request) {
// treeplay: complete below
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: r.FormValue("lang"), Path: "/", Secure: true})
	target := r.FormValue("back")
	if target == "" {
		target = "/"
	}
	http.Redirect(w, r, target, http.StatusSeeOther)
}
